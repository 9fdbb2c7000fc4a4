import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { describeSamples, type Sample } from '../../scripts/samples/catalogue';
import { PAINTERS } from '../../scripts/samples/painters';
import { render } from '../../scripts/samples/picture';

const FOLDER = fileURLToPath(new URL('../../public/samples', import.meta.url));
const catalogue = JSON.parse(await readFile(join(FOLDER, 'samples.json'), 'utf8')) as Sample[];

describe('the catalogue of samples', () => {
  it('is what the script writes today', async () => {
    expect(catalogue).toEqual(await describeSamples(FOLDER));
  });

  it('offers at least six photographs and eight style pictures, each id once', () => {
    expect(catalogue.filter(({ kind }) => kind === 'content').length).toBeGreaterThanOrEqual(6);
    expect(catalogue.filter(({ kind }) => kind === 'style').length).toBeGreaterThanOrEqual(8);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  });

  it('lists every picture of the folder, and no other', async () => {
    const pictures = (await readdir(FOLDER)).filter((name) => name.endsWith('.jpg'));
    expect(pictures.sort()).toEqual(catalogue.map(({ file }) => file).sort());
  });

  it.each(catalogue)('$id: a picture of the stated size with its source and licence', async (sample) => {
    const path = join(FOLDER, sample.file);
    expect(existsSync(path)).toBe(true);
    const { width, height, format, channels } = await sharp(path).metadata();
    expect({ width, height, format, channels }).toEqual({
      width: sample.width,
      height: sample.height,
      format: 'jpeg',
      channels: 3,
    });
    expect(Math.max(width, height)).toBeLessThanOrEqual(1024);
    expect(statSync(path).size).toBeLessThan(400_000);
    for (const text of [sample.title, sample.source, sample.licence]) expect(text).not.toBe('');
  });

  it('credits every picture in the README', async () => {
    const readme = await readFile(join(FOLDER, 'README.md'), 'utf8');
    for (const { file, licence } of catalogue) {
      const row = readme.split('\n').find((line) => line.includes(`\`${file}\``));
      expect(row, file).toContain(licence);
    }
  });

  it('stays small enough to live in the repository', () => {
    const bytes = catalogue.reduce((sum, { file }) => sum + statSync(join(FOLDER, file)).size, 0);
    expect(bytes).toBeLessThan(5_000_000);
  });
});

describe.each(PAINTERS)('the painter of $id', (painter) => {
  it('paints the same picture from the same seed, another from another', async () => {
    const first = await render(painter, 48, 3);
    expect(await render(painter, 48, 3)).toEqual(first);
    expect(await render(painter, 48, 4)).not.toEqual(first);
  });

  it('fills the picture with colour and structure', async () => {
    const pixels = await render(painter, 64, 7);
    const { channels } = await sharp(pixels, { raw: { width: 64, height: 64, channels: 3 } }).stats();
    for (const { stdev, mean } of channels) {
      expect(stdev).toBeGreaterThan(12);
      expect(mean).toBeGreaterThan(30);
      expect(mean).toBeLessThan(235);
    }
  });
});
