import { writeFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { encodePng } from '../server/images/encode';
import { makingOf } from '../server/jobs/making';
import type { OpenedNetwork } from '../server/models/library';
import type { Engine } from '../server/style/engine';
import { StyleError } from '../server/style/style-error';
import { checkWritable } from './cli/files';
import { openChosenEngine } from './cli/open-engine';
import { openLibrary } from './cli/open-library';
import { asUsage, runCli, UsageError } from './cli/run-cli';
import { parseArguments, type StylizeArguments } from './stylize/arguments';
import { USAGE } from './stylize/flags';
import { paint, type Painting } from './stylize/paint';
import { readPictures, type Pictures } from './stylize/pictures';

/** How often a line of progress is written where stderr is a file and no terminal. */
const LOG_INTERVAL_MS = 5000;

await runCli(async () => {
  const interrupted = new AbortController();
  // Once: whoever presses Ctrl+C again means it.
  process.once('SIGINT', () => interrupted.abort());
  const library = await openLibrary();
  const given = parseArguments(process.argv.slice(2), () => library.defaultNetwork());
  if (given === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  await checkWritable('out', given.out);
  const { size, network: id } = given.settings;
  const pictures = await readPictures(given, given.settings);
  const opened = await asUsage(() => library.open(id));
  const long = Math.max(pictures.content.width, pictures.content.height);
  if (long < size) {
    process.stderr.write(`The photograph is ${long} px long and is not enlarged: so will the result be.\n`);
  }

  const engine = await openChosenEngine(given.engine);
  try {
    const painting = await paintWithBar(given, opened, engine, pictures, interrupted.signal);
    await write(given, opened, engine, painting);
    if (given.json) process.stdout.write(`${JSON.stringify(summary(given, engine, painting))}\n`);
  } catch (error) {
    // Pictures and settings that do not go together: nothing that a stack explains.
    const isUsage = error instanceof StyleError && error.code.startsWith('bad-');
    throw isUsage ? new UsageError(error.message, { cause: error }) : error;
  } finally {
    await engine.dispose();
  }
});

async function paintWithBar(
  given: StylizeArguments,
  { network }: OpenedNetwork,
  engine: Engine,
  pictures: Pictures,
  signal: AbortSignal,
): Promise<Painting> {
  const bar = new SingleBar({
    stream: process.stderr,
    format: `${given.settings.network} {bar} {value}/{total}, {size} px, loss {loss}, {eta_formatted} left`,
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: LOG_INTERVAL_MS,
  });
  bar.start(given.settings.iterations, 0, { size: '…', loss: '…' });
  try {
    return await paint({
      engine,
      network,
      ...pictures,
      settings: { ...given.settings, styleBlend: given.styleBlend },
      signal,
      onIterate: ({ iteration, totalIterations, width, height, loss }) => {
        bar.setTotal(totalIterations);
        bar.update(iteration, { size: Math.max(width, height), loss: loss.total.toPrecision(4) });
      },
    });
  } finally {
    bar.stop();
  }
}

/** With all that it takes to make it again. */
async function write(
  given: StylizeArguments,
  network: OpenedNetwork,
  engine: Engine,
  { picture, last, seconds }: Painting,
): Promise<void> {
  const { settings, styleBlend } = given;
  const metadata = makingOf({
    settings,
    styleBlend,
    network,
    engine,
    iterations: last.iteration,
    converged: last.converged,
    steered: false,
    continuedFrom: null,
  });
  const { bytes } = await encodePng(picture, { metadata });
  await asUsage(
    () => writeFile(given.out, bytes),
    (message) => `--out: ${given.out} cannot be written (${message})`,
  );
  const { width, height } = picture;
  const end = last.converged ? ': it stopped by itself, as the loss hardly changed any more' : '';
  process.stderr.write(
    `${given.out}: ${width} × ${height}, ${last.iteration} iterations, ${seconds.toFixed(1)} s${end}\n`,
  );
}

function summary(
  given: StylizeArguments,
  { name, device }: Engine,
  { picture, last, seconds, gradientShares }: Painting,
): object {
  return {
    width: picture.width,
    height: picture.height,
    network: given.settings.network,
    engine: `${name} (${device})`,
    preset: given.preset ?? null,
    settings: { ...given.settings, styleBlend: given.styleBlend },
    iterations: last.iteration,
    converged: last.converged,
    evaluations: last.evaluations,
    seconds,
    msPerIteration: last.iteration === 0 ? null : (seconds * 1000) / last.iteration,
    loss: last.loss,
    terms: last.terms,
    gradientShares: gradientShares ?? null,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
}
