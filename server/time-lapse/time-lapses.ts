import { createHash } from 'node:crypto';
import { AppError, toProblem } from '../errors';
import { vp8Frame } from '../images/vp8-frame';
import type { Logger } from '../logger';
import type { TimeLapse } from '../protocol/http';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { FilmFolder } from './film-folder';
import { filmSize, planFilm } from './plan';
import { openWebM } from './webm';

/** Films that may wait, or be made, at the same time. */
const MAX_UNDER_WAY = 8;
/** Films of which is remembered why they could not be made. */
const MAX_FAILURES = 100;

/** A picture of a film. */
export interface FilmPicture {
  /** Key of the object. */
  readonly picture: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface TimeLapsesOptions {
  readonly folder: FilmFolder;
  readonly objects: Pick<ObjectStore, 'get'>;
  readonly logger: Logger;
}

type Making = Extract<TimeLapse, { kind: 'making' }>;
type Failed = Extract<TimeLapse, { kind: 'failed' }>;

/**
 * Films of a run's pictures, made when they are asked for, one at a time and in the background, and kept. A film is known by
 * the list of its pictures: a run that has gone on gets another one.
 */
export class TimeLapses {
  readonly #options: TimeLapsesOptions;
  readonly #making = new Map<string, Making>();
  readonly #failed = new Map<string, Failed>();
  #last: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(options: TimeLapsesOptions) {
    this.#options = options;
  }

  /** How far the film of these pictures is. */
  async state(pictures: readonly FilmPicture[]): Promise<TimeLapse> {
    const key = keyOf(pictures);
    const underWay = this.#making.get(key);
    if (underWay) return underWay;
    const bytes = await this.#options.folder.bytesOf(key);
    if (bytes !== null) return { kind: 'ready', bytes };
    return this.#failed.get(key) ?? { kind: 'none' };
  }

  /**
   * Begins to make the film of these pictures, unless it is there or under way; one that has failed is tried again.
   * @param pictures in the order of the film; the last one is the largest
   * @throws AppError `conflict` where there are fewer than two; `unavailable` where too many films are waiting
   */
  async begin(pictures: readonly FilmPicture[]): Promise<TimeLapse> {
    if (pictures.length < 2) {
      throw new AppError({
        code: 'conflict',
        message: `a time-lapse of ${pictures.length} pictures`,
        userMessage:
          'There is no time-lapse of this run: fewer than two pictures of its course are kept. They are kept while a run is going, and let go when it is old.',
      });
    }
    const now = await this.state(pictures);
    if (now.kind === 'making' || now.kind === 'ready') return now;
    const key = keyOf(pictures);
    const begun = this.#making.get(key); // by somebody else meanwhile
    if (begun) return begun;
    if (this.#closed || this.#making.size >= MAX_UNDER_WAY) {
      throw new AppError({
        code: 'unavailable',
        message: `${this.#making.size} time-lapses are waiting already`,
        userMessage:
          'The server is busy with other time-lapses, so this one was not begun. Try again in a minute.',
      });
    }
    const making: Making = { kind: 'making', done: 0, total: pictures.length };
    this.#failed.delete(key);
    this.#making.set(key, making);
    this.#last = this.#last.then(() => this.#makeOrFail(key, pictures));
    return making;
  }

  /** Where the film of these pictures is; `null` where it has not been made. */
  async file(pictures: readonly FilmPicture[]): Promise<{ folder: string; name: string } | null> {
    const { folder } = this.#options;
    const key = keyOf(pictures);
    return (await folder.bytesOf(key)) === null ? null : { folder: folder.path, name: folder.nameOf(key) };
  }

  /** Gives up what is under way. Nothing half-written is left. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
  }

  async #makeOrFail(key: string, pictures: readonly FilmPicture[]): Promise<void> {
    try {
      await this.#make(key, pictures);
    } catch (error) {
      if (!this.#closed) this.#options.logger.error({ err: error }, 'a time-lapse could not be made');
      this.#failed.set(key, { kind: 'failed', problem: toProblem(error) });
      const [oldest] = this.#failed.keys();
      if (this.#failed.size > MAX_FAILURES) this.#failed.delete(oldest!);
    } finally {
      this.#making.delete(key);
    }
  }

  async #make(key: string, pictures: readonly FilmPicture[]): Promise<void> {
    const size = filmSize(pictures.at(-1)!);
    const { begins, end } = planFilm(pictures.length);
    const film = await openWebM(size);
    for (const [index, { picture }] of pictures.entries()) {
      if (this.#closed) throw stopping();
      const bytes = await this.#options.objects.get(picture);
      await film.add(await vp8Frame(bytes, size), begins[index]!);
      this.#making.set(key, { kind: 'making', done: index + 1, total: pictures.length });
    }
    await this.#options.folder.put(key, await film.finish(end));
  }
}

/** The form of films counts too, so that a later one makes them anew. */
function keyOf(pictures: readonly FilmPicture[]): string {
  const form = 'vp8-1';
  return createHash('sha256')
    .update(JSON.stringify([form, ...pictures.map(({ picture }) => picture)]))
    .digest('hex');
}

function stopping(): AppError {
  return new AppError({
    code: 'unavailable',
    message: 'the server is stopping',
    userMessage: 'The server was stopped, so the time-lapse was not made. Ask for it again.',
  });
}
