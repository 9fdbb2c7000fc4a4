import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { encodePng } from '../../server/images/encode';
import type { OpenedNetwork } from '../../server/models/library';
import type { Engine } from '../../server/style/engine';
import { paint } from '../stylize/paint';
import { readPictures } from '../stylize/pictures';
import { cellName, type Cell } from './plan';

const outcomeSchema = z.object({
  width: z.number(),
  height: z.number(),
  iterations: z.number(),
  converged: z.boolean(),
  seconds: z.number(),
});

export interface PaintedCell {
  readonly cell: Cell;
  /** Of the PNG, without its folder. */
  readonly file: string;
  readonly outcome: z.infer<typeof outcomeSchema>;
}

export interface Studio {
  readonly samples: string;
  readonly out: string;
  readonly engine: Engine;
  readonly opened: OpenedNetwork;
  readonly signal: AbortSignal;
}

/** The picture as it was painted earlier with the same settings; `undefined` where it was not. */
export async function findCell(cell: Cell, studio: Studio): Promise<PaintedCell | undefined> {
  const name = nameOf(cell, studio);
  const json = await readFile(join(studio.out, `${name}.json`), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    },
  );
  if (json === undefined) return undefined;
  return { cell, file: `${name}.png`, outcome: outcomeSchema.parse(JSON.parse(json)) };
}

/** Paints a picture. @returns `undefined` where it was stopped before it was done */
export async function paintCell(cell: Cell, studio: Studio): Promise<PaintedCell | undefined> {
  const { samples, out, engine, opened, signal } = studio;
  const { settings } = cell;
  const pictures = await readPictures(
    {
      content: join(samples, `${cell.photograph}.jpg`),
      styles: [join(samples, `${cell.style}.jpg`)],
      initial: undefined,
    },
    settings,
  );
  const { picture, last, seconds } = await paint({
    ...pictures,
    engine,
    network: opened.network,
    settings: { ...settings, styleBlend: [1] },
    signal,
    onIterate: () => undefined,
  });
  if (signal.aborted) return undefined;
  const { width, height } = picture;
  const { iteration: iterations, converged } = last;
  const outcome = { width, height, iterations, converged, seconds };
  const name = nameOf(cell, studio);
  await writeWhole(join(out, `${name}.png`), (await encodePng(picture)).bytes);
  // Last: where it is, so is the picture.
  await writeWhole(join(out, `${name}.json`), `${JSON.stringify({ ...outcome, ...cell }, null, 2)}\n`);
  return { cell, file: `${name}.png`, outcome };
}

function nameOf(cell: Cell, { opened, engine }: Studio): string {
  return cellName(cell, { checksum: opened.checksum, engine: `${engine.name} (${engine.device})` });
}

async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
