/*
 * Measures Atelier on this machine, prints tables, and writes the numbers to bench-results/. Every case runs in a
 * process of its own, so that peaks of memory are its own. Takes some minutes; anything else that runs spoils it.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { EvaluationResult } from './bench/evaluation-case';
import { measureServer, type ServerResult } from './bench/server-case';
import { openLibrary } from './cli/open-library';
import { runCli } from './cli/run-cli';

const SIZES_PX = [256, 512];
const SERVER_SIZE_PX = 512;

await runCli(async () => {
  const library = await openLibrary();
  const networks = library.list().flatMap(({ id, state }) => (state.kind === 'ready' ? [id] : []));

  const evaluations: EvaluationResult[] = [];
  process.stdout.write('network   size  ms/iteration  ms/evaluation  convolutions ms  ratio   peak MB\n');
  for (const network of networks) {
    for (const size of SIZES_PX) {
      const result = await evaluationCase(network, size);
      evaluations.push(result);
      const { msPerIteration, msPerEvaluation, convolutionMs, evaluationToConvolutions, peakRssBytes } =
        result;
      process.stdout.write(
        network.padEnd(8) +
          String(size).padStart(6) +
          msPerIteration.toFixed(0).padStart(14) +
          msPerEvaluation.toFixed(0).padStart(15) +
          convolutionMs.toFixed(0).padStart(17) +
          evaluationToConvolutions.toFixed(2).padStart(7) +
          (peakRssBytes / 2 ** 20).toFixed(0).padStart(10) +
          '\n',
      );
    }
  }

  const servers: ServerResult[] = [];
  process.stdout.write('\nnetwork   size  ready ms  start to first frame ms  fan-out ms (median, max)\n');
  for (const network of networks) {
    const result = await measureServer(network, SERVER_SIZE_PX);
    servers.push(result);
    const { readyMs, firstFrameMs, fanOutMs } = result;
    process.stdout.write(
      network.padEnd(8) +
        String(SERVER_SIZE_PX).padStart(6) +
        readyMs.toFixed(0).padStart(10) +
        firstFrameMs.toFixed(0).padStart(25) +
        `${fanOutMs.median.toFixed(0)}, ${fanOutMs.max.toFixed(0)}`.padStart(26) +
        '\n',
    );
  }

  const machine = {
    processor: cpus()[0]?.model ?? 'unknown',
    processors: cpus().length,
    memoryBytes: totalmem(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  const folder = join(import.meta.dirname, '../bench-results');
  await mkdir(folder, { recursive: true });
  const measuredAt = new Date().toISOString();
  const file = join(folder, `${measuredAt.replaceAll(':', '-')}.json`);
  await writeFile(file, `${JSON.stringify({ measuredAt, machine, evaluations, servers }, null, 2)}\n`);
  process.stdout.write(`\n${file}\n`);
});

async function evaluationCase(network: string, size: number): Promise<EvaluationResult> {
  const file = join(import.meta.dirname, 'bench/evaluation-case.ts');
  const args = ['--import', 'tsx', file, network, String(size)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as EvaluationResult;
}
