import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { captionOf } from './caption';
import { escapeXml } from './html';
import type { Row } from './rows';

const CELL_PX = 280;
const GAP_PX = 16;
const LINE_PX = 15;
const LINES = 5;
const BACKGROUND = '#16161a';
/** Characters of the caption's font that fit beside each other. */
const LINE_LENGTH = 46;

/** The sheet as one PNG: a row a photograph and style, each picture with its settings below. */
export async function sheetPng(rows: readonly Row[], folder: string): Promise<Buffer> {
  const layers: OverlayOptions[] = [];
  let top = GAP_PX;
  for (const row of rows) {
    const figures = [
      { file: `${row.photograph}.jpg`, lines: [row.photograph, 'photograph'] },
      { file: `${row.style}.jpg`, lines: [row.style, 'style'] },
      ...row.cells.map((painted) => ({ file: painted.file, lines: captionOf(painted) })),
    ];
    const pictures = await Promise.all(figures.map(({ file }) => shrunk(join(folder, file))));
    const height = Math.max(...pictures.map(({ info }) => info.height));
    figures.forEach(({ lines }, column) => {
      const left = GAP_PX + column * (CELL_PX + GAP_PX);
      layers.push({ input: pictures[column].data, left, top });
      layers.push({ input: Buffer.from(text(lines)), left, top: top + height + 4 });
    });
    top += height + LINES * LINE_PX + 2 * GAP_PX;
  }
  const columns = 2 + Math.max(...rows.map(({ cells }) => cells.length));
  const width = GAP_PX + columns * (CELL_PX + GAP_PX);
  const sheet = sharp({ create: { width, height: top, channels: 3, background: BACKGROUND } });
  return sheet.composite(layers).png().toBuffer();
}

function shrunk(file: string) {
  const inside = { width: CELL_PX, height: CELL_PX, fit: 'inside' } as const;
  return sharp(file).resize(inside).png().toBuffer({ resolveWithObject: true });
}

function text(lines: readonly string[]): string {
  const rows = lines.flatMap(wrapped).slice(0, LINES);
  const spans = rows.map(
    (line, index) =>
      `<text y="${(index + 1) * LINE_PX - 3}" fill="${index === 0 ? '#fff' : '#a5a29c'}">${escapeXml(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CELL_PX}" height="${LINES * LINE_PX}" font-family="sans-serif" font-size="11">${spans.join('')}</svg>`;
}

/** Breaks a line between words. */
function wrapped(line: string): string[] {
  const rows: string[] = [];
  for (const word of line.split(' ').filter(Boolean)) {
    const row = rows.at(-1);
    if (row !== undefined && row.length + 1 + word.length <= LINE_LENGTH)
      rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return rows;
}
