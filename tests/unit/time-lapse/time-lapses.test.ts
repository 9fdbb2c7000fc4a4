import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../../server/logger';
import type { TimeLapse } from '../../../server/protocol/http';
import { FilmFolder } from '../../../server/time-lapse/film-folder';
import { TimeLapses, type FilmPicture } from '../../../server/time-lapse/time-lapses';
import { readFilm } from '../../support/films';
import { fadePng } from '../../support/kept-moments';
import { createMemoryObjectStore } from '../../support/memory-object-store';

let dataDir: string;
let objects: ReturnType<typeof createMemoryObjectStore>;
let timeLapses: TimeLapses;

const open = (get = objects.get) =>
  new TimeLapses({ folder: new FilmFolder(dataDir), objects: { get }, logger: createLogger('silent') });

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'atelier-films-'));
  objects = createMemoryObjectStore();
  timeLapses = open();
});
afterEach(async () => {
  await timeLapses.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function picture(width: number, height: number, hue: number): Promise<FilmPicture> {
  return { picture: await objects.put(await fadePng(width, height, hue)), width, height };
}

/** Two of a coarse scale, one of the full size, which is odd. */
const threePictures = async () => [
  await picture(32, 24, 0.1),
  await picture(32, 24, 0.4),
  await picture(65, 49, 0.9),
];

/** Follows a film until it is ready or has failed. */
async function end(pictures: readonly FilmPicture[], seen: TimeLapse[] = []): Promise<TimeLapse> {
  for (;;) {
    const state = await timeLapses.state(pictures);
    seen.push(state);
    if (state.kind !== 'making') return state;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function filmOf(pictures: readonly FilmPicture[]) {
  const file = await timeLapses.file(pictures);
  return readFilm(await readFile(join(file!.folder, file!.name)));
}

describe('a time-lapse', () => {
  it('R57: is a film of the pictures in their order, each at the size of the last one', async () => {
    const pictures = await threePictures();
    expect(await timeLapses.state(pictures)).toEqual({ kind: 'none' });
    expect(await timeLapses.file(pictures)).toBeNull();
    expect(await timeLapses.begin(pictures)).toEqual({ kind: 'making', done: 0, total: 3 });
    const ready = await end(pictures);
    const film = await filmOf(pictures);
    expect(film).toMatchObject({ codec: 'vp8', width: 66, height: 50, duration: 4 });
    expect(film.frames.map(({ timestamp, key }) => [timestamp, key])).toEqual([
      [0, true],
      [1, true],
      [2, true],
      [4, true], // the last one again: until then it is held
    ]);
    const [name] = await readdir(join(dataDir, 'time-lapses'));
    const { length } = await readFile(join(dataDir, 'time-lapses', name!));
    expect(ready).toEqual({ kind: 'ready', bytes: length });
  });

  it('shows the pictures as they are', async () => {
    const pictures = await threePictures();
    await timeLapses.begin(pictures);
    await end(pictures);
    const { frames } = await filmOf(pictures);
    for (const [index, kept] of pictures.entries()) {
      const shown = await sharp(asWebP(frames[index]!.bytes)).raw().toBuffer();
      const wanted = await sharp(await objects.get(kept.picture))
        .resize({ width: 66, height: 50, fit: 'fill' })
        .raw()
        .toBuffer();
      const difference =
        shown.reduce((sum, value, at) => sum + Math.abs(value - wanted[at]!), 0) / wanted.length;
      expect(difference).toBeLessThan(4); // of 255
    }
  });

  it('says how many pictures are in it, which only grows', async () => {
    const pictures = await threePictures();
    await timeLapses.begin(pictures);
    const seen: TimeLapse[] = [];
    await end(pictures, seen);
    const done = seen.flatMap((state) => (state.kind === 'making' ? [state.done] : []));
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(seen.every((state) => state.kind !== 'making' || state.total === 3)).toBe(true);
  });

  it('is made once, however often it is asked for, also after a restart', async () => {
    const pictures = await threePictures();
    let reads = 0;
    timeLapses = open((key) => {
      reads += 1;
      return objects.get(key);
    });
    await Promise.all([timeLapses.begin(pictures), timeLapses.begin(pictures)]);
    await end(pictures);
    expect((await timeLapses.begin(pictures)).kind).toBe('ready');
    expect(reads).toBe(3);
    timeLapses = open();
    expect((await timeLapses.state(pictures)).kind).toBe('ready');
  });

  it('is another one once there are more pictures', async () => {
    const pictures = await threePictures();
    await timeLapses.begin(pictures);
    await end(pictures);
    expect(await timeLapses.state([...pictures, await picture(65, 49, 0.95)])).toEqual({ kind: 'none' });
  });

  it('that cannot be made says why, leaves nothing behind, and can be tried again', async () => {
    const pictures = await threePictures();
    let missing = true;
    timeLapses = open((key) => objects.get(missing && key === pictures[1]!.picture ? 'f'.repeat(64) : key));
    await timeLapses.begin(pictures);
    expect(await end(pictures)).toMatchObject({ kind: 'failed', problem: { code: 'not-found' } });
    expect(await timeLapses.file(pictures)).toBeNull();
    missing = false;
    expect((await timeLapses.begin(pictures)).kind).toBe('making');
    expect((await end(pictures)).kind).toBe('ready');
  });

  it('is refused of fewer than two pictures, and where too many are waiting', async () => {
    const [first] = await threePictures();
    await expect(timeLapses.begin([first!])).rejects.toMatchObject({ code: 'conflict' });
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    timeLapses = open(async (key) => {
      await gate;
      return objects.get(key);
    });
    const films = Array.from({ length: 9 }, (_, index) => [
      first!,
      ...Array<FilmPicture>(index + 1).fill(first!),
    ]);
    for (const film of films.slice(0, 8)) expect((await timeLapses.begin(film)).kind).toBe('making');
    await expect(timeLapses.begin(films[8]!)).rejects.toMatchObject({ code: 'unavailable' });
    release();
  });

  it('that is under way when the server stops is given up, without half a file', async () => {
    const pictures = await threePictures();
    await timeLapses.begin(pictures);
    await timeLapses.close();
    expect((await timeLapses.state(pictures)).kind).toBe('failed');
    expect(await readdir(dataDir)).toEqual([]);
  });
});

describe('the folder of films', () => {
  it('has no film until it is whole, and drops what a process that died has left half-written', async () => {
    const folder = new FilmFolder(dataDir);
    await folder.put('a', new Uint8Array(10));
    await writeFile(join(folder.path, 'left-over.part'), 'half');
    expect(await folder.bytesOf('left-over')).toBeNull();
    await folder.put('b', new Uint8Array(20));
    expect((await readdir(folder.path)).sort()).toEqual(['a.webm', 'b.webm']);
    expect(await folder.bytesOf('b')).toBe(20);
  });

  it('lets the oldest films go where all together take too much room', async () => {
    const folder = new FilmFolder(dataDir, 25);
    for (const [index, key] of ['b', 'a', 'c'].entries()) {
      await folder.put(key, new Uint8Array(10));
      await utimes(join(folder.path, `${key}.webm`), index, index);
    }
    expect((await readdir(folder.path)).sort()).toEqual(['a.webm', 'c.webm']);
  });

  it('says so where it cannot write', async () => {
    await writeFile(join(dataDir, 'time-lapses'), 'a file where the folder belongs');
    await expect(new FilmFolder(dataDir).put('a', new Uint8Array(1))).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

/** The frame in the file that it was taken from. */
function asWebP(vp8: Uint8Array): Buffer {
  const header = Buffer.alloc(20);
  header.write('RIFF');
  header.writeUInt32LE(12 + vp8.length, 4);
  header.write('WEBPVP8 ', 8);
  header.writeUInt32LE(vp8.length, 16);
  return Buffer.concat([header, vp8]);
}
