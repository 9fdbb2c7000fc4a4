/* Prints the objective of a picture, term by term, for comparison with other frameworks: see USAGE. */
import { endianness } from 'node:os';
import { writeFile } from 'node:fs/promises';
import type { PlanarImage } from '../server/style/image';
import { StyleError } from '../server/style/style-error';
import { checkWritable, readPicture } from './cli/files';
import { openChosenEngine } from './cli/open-engine';
import { openLibrary } from './cli/open-library';
import { asUsage, runCli, UsageError } from './cli/run-cli';
import { parseArguments, USAGE } from './evaluate/arguments';
import { evaluateOnce } from './evaluate/evaluate-once';
import { table } from './evaluate/table';

await runCli(async () => {
  const library = await openLibrary();
  const given = parseArguments(process.argv.slice(2), () => library.defaultNetwork());
  if (given === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  if (given.gradient !== undefined) await checkWritable('gradient', given.gradient);
  const image = await readPicture(given.image);
  const sameSize = { check: (picture: PlanarImage) => assertSameSize(picture, image) };
  const content = await readPicture(given.content, sameSize);
  const styles: PlanarImage[] = [];
  for (const file of given.styles) styles.push(await readPicture(file, sameSize));
  const { network, variant, checksum } = await asUsage(() => library.open(given.network));

  const engine = await openChosenEngine(given.engine);
  try {
    const { loss, terms, gradient } = await evaluateOnce(
      engine,
      network,
      { content, styles, image },
      given.question,
    );
    if (given.gradient !== undefined) await writeGradient(given.gradient, gradient);
    const { width, height } = image;
    const computedBy = `${engine.name} (${engine.device})`;
    const result = { terms, total: loss, engine: computedBy, network: given.network, variant, checksum };
    process.stdout.write(given.json ? `${JSON.stringify({ ...result, width, height })}\n` : table(result));
  } catch (error) {
    // Pictures and layers that do not go together: nothing that a stack explains.
    const isUsage = error instanceof StyleError && error.code.startsWith('bad-');
    throw isUsage ? new UsageError(error.message, { cause: error }) : error;
  } finally {
    await engine.dispose();
  }
});

function assertSameSize(picture: PlanarImage, image: PlanarImage): void {
  if (picture.width === image.width && picture.height === image.height) return;
  const size = ({ width, height }: PlanarImage): string => `${width} × ${height}`;
  throw new StyleError(
    'bad-picture',
    `the picture is ${size(picture)} px, but --image is ${size(image)} px, and nothing is resized here: give pictures of one size`,
  );
}

async function writeGradient(file: string, gradient: Float32Array): Promise<void> {
  const bytes = Buffer.from(
    gradient.buffer.slice(gradient.byteOffset, gradient.byteOffset + gradient.byteLength),
  );
  if (endianness() === 'BE') bytes.swap32();
  await asUsage(
    () => writeFile(file, bytes),
    (message) => `--gradient: ${file} cannot be written (${message})`,
  );
}
