import { SingleBar } from 'cli-progress';
import type { ModelLibrary, NetworkState, NetworkStatus } from '../server/models/library';
import { openLibrary } from './cli/open-library';
import { runCli, UsageError } from './cli/run-cli';

const USAGE = `Shows the feature networks, and fetches their weights.
  npm run models                    which networks there are, and whether their weights are on this machine
  npm run models -- fetch NETWORK   downloads a network's weights into the data folder; goes on where it stopped
`;

/** How often a line of progress is written where stderr is a file and no terminal. */
const LOG_INTERVAL_MS = 5000;

await runCli(async () => {
  const [command, id, ...more] = process.argv.slice(2);
  if (command === '--help' || command === '-h') {
    process.stdout.write(USAGE);
    return;
  }
  const library = await openLibrary();
  if (command === undefined) {
    process.stdout.write(library.list().map(describe).join('\n') + '\n');
    return;
  }
  if (command !== 'fetch')
    throw new UsageError(`There is no command "${command}". Try npm run models -- --help`);
  if (more.length > 0) throw new UsageError(`One network at a time: "${more[0]}" is one too many.`);
  const network = library.list().find((known) => known.id === id);
  if (network === undefined) {
    const ids = library.list().map((known) => known.id);
    const what = id === undefined ? 'Say which network to fetch' : `There is no network "${id}"`;
    throw new UsageError(`${what}: ${ids.join(', ')}.`);
  }
  if (!network.downloadable) {
    throw new UsageError(`${network.name} is part of Atelier: there is nothing to fetch.`);
  }
  await fetchNetwork(library, network);
});

async function fetchNetwork(library: ModelLibrary, network: NetworkStatus): Promise<void> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once('SIGINT', abort);
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${network.name} {bar} {percentage} % of {megabytes} MB, {eta_formatted} left`,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: LOG_INTERVAL_MS,
  });
  const progressOf = () => library.list().find(({ id }) => id === network.id)?.progress;
  let isStarted = false;
  const stop = library.onChange(() => {
    const progress = progressOf();
    if (!progress) return;
    if (!isStarted) {
      bar.start(progress.totalBytes, progress.receivedBytes, { megabytes: megabytes(progress.totalBytes) });
      isStarted = true;
    }
    bar.update(progress.receivedBytes);
  });
  try {
    await library.download(network.id, controller.signal);
    if (isStarted) bar.update(bar.getTotal());
  } catch (error) {
    if (!controller.signal.aborted) throw error;
    process.exitCode = 130;
  } finally {
    bar.stop();
    stop();
    process.off('SIGINT', abort);
  }
  process.stderr.write(
    controller.signal.aborted
      ? 'Stopped. What has arrived is kept: fetch again to go on.\n'
      : `The weights of ${network.name} are on this machine.\n`,
  );
}

function describe({ id, name, bytes, licence, source, downloadable, state }: NetworkStatus): string {
  return [
    `${id.padEnd(8)} ${name}, ${megabytes(bytes)} MB: ${describeState(id, downloadable, state)}`,
    `${' '.repeat(9)}${source}; ${licence.name}`,
  ].join('\n');
}

function describeState(id: string, downloadable: boolean, state: NetworkState): string {
  switch (state.kind) {
    case 'ready':
      return `ready (${state.variant})`;
    case 'missing':
      return downloadable
        ? `not on this machine; npm run models -- fetch ${id}`
        : 'missing; install Atelier again';
    case 'downloading':
      return 'being downloaded';
    case 'failed':
      return state.userMessage;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
