import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describeSamples } from './samples/catalogue';
import { PAINTERS } from './samples/painters';
import { fetchPhotograph, PHOTOGRAPHS } from './samples/photographs';
import { render, STYLE_SIZE, toJpeg } from './samples/picture';

const USAGE = `Makes the sample pictures.
  npm run samples -- photographs [id …]   fetches and reduces the photographs
  npm run samples -- styles [id …]        paints the style pictures
  npm run samples -- catalogue            describes the pictures in samples.json
Options: --out FOLDER (public/samples), --seed N (7)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join('public', 'samples') },
    seed: { type: 'string', default: '7' },
  },
});
const [what, ...ids] = positionals;

/** The makers that were asked for by id; all of them when none was. */
function wanted<T extends { readonly id: string }>(makers: readonly T[]): T[] {
  const unknown = ids.find((id) => !makers.some((maker) => maker.id === id));
  if (unknown)
    throw new Error(`There is no "${unknown}". There are: ${makers.map(({ id }) => id).join(', ')}.`);
  return makers.filter(({ id }) => ids.length === 0 || ids.includes(id));
}

async function save(id: string, jpeg: Buffer, since: number): Promise<void> {
  await writeFile(join(values.out, `${id}.jpg`), jpeg);
  console.log(
    `${id}.jpg ${Math.round(jpeg.length / 1024)} kB, ${((performance.now() - since) / 1000).toFixed(1)} s`,
  );
}

async function main(): Promise<void> {
  await mkdir(values.out, { recursive: true });
  switch (what) {
    case 'photographs':
      for (const photograph of wanted(PHOTOGRAPHS)) {
        const since = performance.now();
        await save(photograph.id, await fetchPhotograph(photograph), since);
      }
      return;
    case 'styles':
      for (const painter of wanted(PAINTERS)) {
        const since = performance.now();
        const pixels = await render(painter, STYLE_SIZE, Number(values.seed));
        await save(painter.id, await toJpeg(pixels, STYLE_SIZE), since);
      }
      return;
    case 'catalogue': {
      const samples = await describeSamples(values.out);
      await writeFile(join(values.out, 'samples.json'), `${JSON.stringify(samples, null, 2)}\n`);
      return;
    }
    default:
      console.error(USAGE);
      process.exitCode = 2;
  }
}

await main();
