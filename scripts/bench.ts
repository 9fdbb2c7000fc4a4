/*
 * Measures Atelier on this machine, prints tables, and writes the numbers to bench-results/. Every case runs in a
 * process of its own, so that peaks of memory are its own. Takes some minutes; anything else that runs spoils it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArguments, USAGE } from './bench/arguments';
import type { EvaluationResult } from './bench/evaluation-case';
import type { KeepingResult } from './bench/keeping-case';
import type { PageResult } from './bench/page-case';
import type { PageMemoryResult } from './bench/page-memory-case';
import { roomCase, type RoomResult } from './bench/room-case';
import { runCase } from './bench/run-case';
import { headings, kilobytes, megabytes, percent, ratio, row, whole, type Column } from './bench/table';
import { openLibrary } from './cli/open-library';
import { runCli } from './cli/run-cli';
import { findChromium } from './setup/find-chromium.mjs';

const LARGE_PX = 1024;

const EVALUATION_COLUMNS: readonly Column<EvaluationResult>[] = [
  ['network', ({ network }) => network],
  ['size', ({ size }) => String(size)],
  ['convolutions ms', (result) => whole(result.convolutionMs)],
  ['evaluation ms', (result) => whole(result.msPerEvaluation)],
  [': convolutions', (result) => ratio(result.evaluationToConvolutions)],
  ['iteration ms', (result) => whole(result.msPerIteration)],
  [': evaluation', (result) => ratio(result.iterationToEvaluation)],
  ['vector work', (result) => percent(result.vectorShare)],
  ['peak MB', (result) => megabytes(result.peakRssBytes)],
];

const KEEPING_COLUMNS: readonly Column<KeepingResult>[] = [
  ['network', ({ network }) => network],
  ['size', ({ size }) => String(size)],
  ['iteration ms', (result) => whole(result.msPerIteration)],
  ['keyframe ms', (result) => whole(result.keyframeMs)],
  ['checkpoint ms', (result) => whole(result.checkpointMs)],
  ['share of run', (result) => percent(result.share)],
];

const ROOM_COLUMNS: readonly Column<RoomResult>[] = [
  ['network', ({ network }) => network],
  ['size', ({ size }) => String(size)],
  ['bare ms', (result) => whole(result.bareMsPerIteration)],
  ['room ms', (result) => whole(result.msPerIteration)],
  ['room : bare', (result) => ratio(result.roomToBare)],
  ['ready ms', (result) => whole(result.readyMs)],
  ['first frame ms', (result) => whole(result.firstFrameMs)],
  ['fan-out ms', ({ fanOutMs }) => whole(fanOutMs.median)],
  ['change ms', ({ delays }) => whole(delays.changeMs)],
  ['resume ms', ({ delays }) => whole(delays.resumeMs)],
  ['forecast : time', (result) => ratio(result.forecastTime)],
  ['forecast : memory', (result) => ratio(result.forecastMemory)],
  ['peak MB', (result) => megabytes(result.peakBytes)],
];

const PAGE_COLUMNS: readonly Column<PageResult>[] = [
  ['page', () => 'room'],
  ['first paint ms', (result) => whole(result.firstPaintMs)],
  ['with content ms', (result) => whole(result.firstContentfulPaintMs)],
  ['usable ms', (result) => whole(result.usableMs)],
  ['script kB', (result) => kilobytes(result.scriptBytes)],
  ['all script kB', (result) => kilobytes(result.allScriptBytes)],
  ['interaction ms', ({ interactionMs }) => whole(interactionMs.median)],
  ['worst ms', ({ interactionMs }) => whole(interactionMs.worst)],
  ['long tasks', ({ longTasks }) => String(longTasks.count)],
  ['longest ms', ({ longTasks }) => whole(longTasks.longestMs)],
];

const PAGE_MEMORY_COLUMNS: readonly Column<PageMemoryResult>[] = [
  ['frames shown', ({ frames }) => String(frames)],
  ['seconds', ({ seconds }) => whole(seconds)],
  ['heap kB', ({ heapBytes }) => kilobytes(heapBytes)],
  ['nodes', ({ nodes }) => String(nodes)],
  ['listeners', ({ listeners }) => String(listeners)],
  ['open pictures', ({ bitmaps }) => String(bitmaps)],
];

await runCli(async () => {
  const given = parseArguments(process.argv.slice(2));
  if (given === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  const library = await openLibrary();
  const ready = library.list().flatMap(({ id, state }) => (state.kind === 'ready' ? [id] : []));
  const networks = given.networks ?? ready;
  const cases = networks.flatMap((network) => given.sizes.map((size) => ({ network, size })));

  const evaluations: EvaluationResult[] = [];
  process.stdout.write(headings(EVALUATION_COLUMNS));
  const large = given.large ? [{ network: 'vgg19' as const, size: LARGE_PX }] : [];
  for (const { network, size } of [...cases, ...large]) {
    const result = (await runCase('evaluation-case', network, size)) as EvaluationResult;
    evaluations.push(result);
    process.stdout.write(row(EVALUATION_COLUMNS, result));
  }

  const keeping: KeepingResult[] = [];
  process.stdout.write(`\n${headings(KEEPING_COLUMNS)}`);
  for (const { network, size } of cases) {
    const result = (await runCase('keeping-case', network, size)) as KeepingResult;
    keeping.push(result);
    process.stdout.write(row(KEEPING_COLUMNS, result));
  }

  const rooms: RoomResult[] = [];
  process.stdout.write(`\n${headings(ROOM_COLUMNS)}`);
  for (const { network, size } of cases) {
    const result = await roomCase(network, size);
    rooms.push(result);
    process.stdout.write(row(ROOM_COLUMNS, result));
  }

  const page = findChromium() ? ((await runCase('page-case')) as PageResult) : null;
  process.stdout.write(
    page
      ? `\n${headings(PAGE_COLUMNS)}${row(PAGE_COLUMNS, page)}`
      : '\nThe page was not measured: there is no Chromium on this machine. "npm test" installs one.\n',
  );

  const pageMemory: PageMemoryResult[] = [];
  if (page && given.long) {
    process.stdout.write(`\n${headings(PAGE_MEMORY_COLUMNS)}`);
    pageMemory.push(...((await runCase('page-memory-case')) as PageMemoryResult[]));
    for (const result of pageMemory) process.stdout.write(row(PAGE_MEMORY_COLUMNS, result));
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
  const results = { measuredAt, machine, evaluations, keeping, rooms, page, pageMemory };
  await writeFile(file, `${JSON.stringify(results, null, 2)}\n`);
  process.stdout.write(`\n${file}\n`);
});
