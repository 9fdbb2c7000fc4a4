import { availableParallelism } from 'node:os';
import { constants } from 'node:fs';
import { access, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { openOnnxEngine } from '../server/engines/onnx/engine';
import { encodePng } from '../server/images/encode';
import { toPlanar } from '../server/images/planar';
import { makingOf } from '../server/jobs/making';
import type { OpenedNetwork } from '../server/models/library';
import type { Engine } from '../server/style/engine';
import type { PlanarImage } from '../server/style/image';
import { scaleSizes, styleSize } from '../server/style/schedule';
import { StyleError } from '../server/style/style-error';
import { openLibrary } from './cli/open-library';
import { asUsage, runCli, UsageError } from './cli/run-cli';
import { parseArguments, USAGE, type StylizeArguments } from './stylize/arguments';
import { paint, type Painting } from './stylize/paint';

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
  await checkOut(given.out);
  const { size, network: id } = given.settings;
  const content = await readPicture(given.content, size, (picture) => scaleSizes(picture, size));
  const styles: PlanarImage[] = [];
  for (const file of given.styles) {
    styles.push(await readPicture(file, 2 * size, (picture) => styleSize(picture, size)));
  }
  const opened = await asUsage(() => library.open(id));
  const long = Math.max(content.width, content.height);
  if (long < size) {
    process.stderr.write(`The photograph is ${long} px long and is not enlarged: so will the result be.\n`);
  }

  const engine = openOnnxEngine({ threads: availableParallelism() });
  try {
    const painting = await paintWithBar(given, opened, engine, content, styles, interrupted.signal);
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

async function checkOut(out: string): Promise<void> {
  const folder = dirname(resolve(out));
  await asUsage(
    () => access(folder, constants.W_OK),
    (message) => `--out: ${folder} cannot be written to (${message})`,
  );
  const existing = await stat(out).catch(() => undefined);
  if (existing?.isDirectory()) throw new UsageError(`--out: ${out} is a folder`);
}

/** @param check throws where the picture is of no use, before anything heavy is done with it */
async function readPicture(
  file: string,
  maxSide: number,
  check: (picture: PlanarImage) => unknown,
): Promise<PlanarImage> {
  const bytes = await asUsage(
    () => readFile(file),
    (message) => `${file} cannot be read (${message})`,
  );
  const describe = (message: string): string => `${file}: ${message}`;
  const picture = await asUsage(() => toPlanar(bytes, { maxSide }), describe);
  await asUsage(() => check(picture), describe);
  return picture;
}

async function paintWithBar(
  given: StylizeArguments,
  { network }: OpenedNetwork,
  engine: Engine,
  content: PlanarImage,
  styles: readonly PlanarImage[],
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
      content,
      styles,
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
    steered: false,
    continuedFrom: null,
  });
  const { bytes } = await encodePng(picture, { metadata });
  await asUsage(
    () => writeFile(given.out, bytes),
    (message) => `--out: ${given.out} cannot be written (${message})`,
  );
  const { width, height } = picture;
  process.stderr.write(
    `${given.out}: ${width} × ${height}, ${last.iteration} iterations, ${seconds.toFixed(1)} s\n`,
  );
}

function summary(
  given: StylizeArguments,
  { name, device }: Engine,
  { picture, last, seconds }: Painting,
): object {
  return {
    width: picture.width,
    height: picture.height,
    network: given.settings.network,
    engine: `${name} (${device})`,
    iterations: last.iteration,
    evaluations: last.evaluations,
    seconds,
    msPerIteration: last.iteration === 0 ? null : (seconds * 1000) / last.iteration,
    loss: last.loss,
    peakRssBytes: process.resourceUsage().maxRSS * 1024,
  };
}
