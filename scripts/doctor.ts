import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../server/engines/open';
import { readEnv } from '../server/env';
import { openLibrary } from './cli/open-library';
import { asUsage, runCli, UsageError } from './cli/run-cli';
import { inspectEngines } from './doctor/engines';
import { formatFinding, type Finding } from './doctor/finding';
import { inspectMachine } from './doctor/machine';
import { inspectNetworks } from './doctor/networks';
import { inspectDatabase, inspectDataDir } from './doctor/storage';

const USAGE = `Checks whether Atelier can run on this machine, and how fast.
  npm run doctor   exits with 0 where it can, with 1 where it cannot
It reads the same environment as the server, and changes nothing.
`;

await runCli(async () => {
  const [argument] = process.argv.slice(2);
  if (argument === '--help' || argument === '-h') {
    process.stdout.write(USAGE);
    return;
  }
  if (argument !== undefined) throw new UsageError(`There is no "${argument}". Try npm run doctor -- --help`);
  const { dataDir, engine } = await asUsage(() => readEnv());
  const findings: Finding[] = [];
  const tell = (finding: Finding): void => {
    findings.push(finding);
    process.stdout.write(formatFinding(finding));
  };
  inspectMachine().forEach(tell);
  tell(await inspectEngines(engine, (choice) => openEngine(choice, { threads: availableParallelism() })));
  tell(inspectNetworks(await openLibrary()));
  tell(await inspectDataDir(dataDir));
  tell(await inspectDatabase(dataDir, join(import.meta.dirname, '../prisma/migrations')));
  const problems = findings.filter(({ problem }) => problem !== null).map(({ title }) => title);
  if (problems.length > 0) process.exitCode = 1;
  process.stdout.write(
    problems.length === 0 ? '\nAtelier can run.\n' : `\nAtelier cannot run: see ${problems.join(', ')}.\n`,
  );
});
