import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors';
import { writeWhole } from '../write-whole';

/** Of all films together; any of them can be made again. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Below the data directory. */
export const FILMS_FOLDER = 'time-lapses';

/** Films in `<dataDir>/time-lapses`, of which the oldest give way. One writes in it at a time. */
export class FilmFolder {
  /** Absolute. */
  readonly path: string;
  readonly #maxBytes: number;

  /**
   * @param dataDir absolute
   * @param maxBytes of all films together; by default 512 MB
   */
  constructor(dataDir: string, maxBytes = MAX_BYTES) {
    this.path = join(dataDir, FILMS_FOLDER);
    this.#maxBytes = maxBytes;
  }

  /** The name of a film's file. */
  nameOf(key: string): string {
    return `${key}.webm`;
  }

  /** The size of a film's file; `null` where there is none. */
  async bytesOf(key: string): Promise<number | null> {
    try {
      return (await stat(join(this.path, this.nameOf(key)))).size;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  /**
   * Keeps a film: under its name only once it is whole and on the disk.
   * @throws AppError `unavailable` where it cannot be written; nothing of it is kept then
   */
  async put(key: string, film: Uint8Array): Promise<void> {
    try {
      await mkdir(this.path, { recursive: true });
      await this.#makeRoom(film.byteLength);
      const temporary = join(this.path, `${randomUUID()}.part`);
      await writeWhole(join(this.path, this.nameOf(key)), temporary, film);
    } catch (error) {
      throw new AppError({
        code: 'unavailable',
        message: `a time-lapse could not be written to ${this.path}`,
        userMessage:
          'The server could not write the time-lapse to its disk; perhaps the disk is full. The pictures that it is made of are safe. Please tell whoever runs this server, then try again.',
        cause: error,
      });
    }
  }

  /** Removes what a process that died has left half-written, and then the oldest films. */
  async #makeRoom(bytes: number): Promise<void> {
    const films: { path: string; size: number; mtimeMs: number }[] = [];
    for (const name of await readdir(this.path)) {
      const path = join(this.path, name);
      if (name.endsWith('.part')) {
        await rm(path, { force: true });
        continue;
      }
      const { size, mtimeMs } = await stat(path);
      films.push({ path, size, mtimeMs });
    }
    let total = films.reduce((sum, { size }) => sum + size, bytes);
    for (const { path, size } of films.sort((a, b) => a.mtimeMs - b.mtimeMs)) {
      if (total <= this.#maxBytes) return;
      await rm(path, { force: true });
      total -= size;
    }
  }
}
