/* Paints the pictures on the cards of the presets: see USAGE. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { encodePng } from '../server/images/encode';
import { presetIds, presetsOf } from '../server/protocol/presets';
import { defaultSettings, type Settings } from '../server/protocol/settings';
import { openChosenEngine } from './cli/open-engine';
import { openLibrary } from './cli/open-library';
import { asUsage, runCli } from './cli/run-cli';
import { paint } from './stylize/paint';
import { readPictures } from './stylize/pictures';

const USAGE = `Paints the pictures on the cards of the presets, with VGG-19, in half the size that a preset asks for.
  npm run presets -- [id …]   ${presetIds.join(', ')} (all)
Options: --out FOLDER (public/presets), --photograph ID (nagasaki-boats), --style ID (wheat-sky), --iterations N (at most, 150)
`;

/** Twice what a card is wide, in its shape. */
const CARD = { width: 288, height: 180 };
const SMALLEST_PX = 64;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join('public', 'presets') },
    photograph: { type: 'string', default: 'nagasaki-boats' },
    style: { type: 'string', default: 'wheat-sky' },
    iterations: { type: 'string', default: '150' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const sample = (id: string) => join(import.meta.dirname, '../public/samples', `${id}.jpg`);

await runCli(async () => {
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const presets = presetsOf('vgg19').filter(({ id }) => positionals.length === 0 || positionals.includes(id));
  const library = await openLibrary();
  const { network } = await asUsage(() => library.open('vgg19'));
  const engine = await openChosenEngine(undefined);
  await mkdir(values.out, { recursive: true });
  try {
    for (const preset of presets) {
      const settings = halved({ ...defaultSettings('vgg19'), ...preset.settings });
      const files = {
        content: sample(values.photograph),
        styles: [sample(values.style)],
        initial: undefined,
      };
      const { picture, seconds } = await paint({
        ...(await readPictures(files, settings)),
        engine,
        network,
        settings: { ...settings, styleBlend: [1] },
        signal: new AbortController().signal,
        onIterate: () => undefined,
      });
      const card = await sharp((await encodePng(picture)).bytes)
        .resize({ ...CARD, fit: 'cover' })
        .webp({ quality: 70, effort: 6 })
        .toBuffer();
      await writeFile(join(values.out, `${preset.id}.webp`), card);
      process.stderr.write(
        `${preset.id}.webp ${(card.length / 1024).toFixed(1)} kB, ${seconds.toFixed(0)} s\n`,
      );
    }
  } finally {
    await engine.dispose();
  }
});

/** Half as large, and no longer worked on than a small picture needs: in relation to each other the presets stay as they are. */
function halved(settings: Settings): Settings {
  return {
    ...settings,
    size: Math.max(SMALLEST_PX, settings.size / 2),
    smallestScale: Math.max(SMALLEST_PX, settings.smallestScale / 2),
    iterations: Math.min(settings.iterations, Number(values.iterations)),
  };
}
