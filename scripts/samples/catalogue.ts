import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { PAINTERS } from './painters';
import { PHOTOGRAPHS, PHOTOGRAPH_LICENCE } from './photographs';

/** One picture of public/samples/samples.json. */
export interface Sample {
  id: string;
  kind: 'content' | 'style';
  file: string;
  /** English title; the page translates it by id. */
  title: string;
  /** Size in pixels. */
  width: number;
  height: number;
  /** Author, year, where from. */
  source: string;
  url?: string;
  /** SPDX identifier. */
  licence: string;
}

/**
 * Describes the pictures of a folder.
 * @throws where one of them is missing
 */
export async function describeSamples(folder: string): Promise<Sample[]> {
  const known: Omit<Sample, 'width' | 'height'>[] = [
    ...PHOTOGRAPHS.map(({ id, title, source, url }) => ({
      id,
      kind: 'content' as const,
      file: `${id}.jpg`,
      title,
      source,
      url,
      licence: PHOTOGRAPH_LICENCE,
    })),
    ...PAINTERS.map(({ id, title }) => ({
      id,
      kind: 'style' as const,
      file: `${id}.jpg`,
      title,
      source: 'Painted by Atelier',
      licence: 'CC0-1.0',
    })),
  ];
  return Promise.all(
    known.map(async (sample) => {
      const { width, height } = await sharp(await readFile(join(folder, sample.file))).metadata();
      return { ...sample, width, height };
    }),
  );
}
