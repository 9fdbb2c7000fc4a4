import type { Dirent } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FILMS_FOLDER } from '../time-lapse/film-folder';
import { GRACE_MS } from './policy';

/** A file that is no object, and that nobody needs. */
export interface StrayFile {
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  readonly why: 'unfinished' | 'made again on demand';
}

/** Films that were made for somebody to download; they are made again when they are asked for. */
const KEEP_FILMS_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Files that a process which was killed has not finished to write, and films that were made a week ago or earlier.
 * @param dataDir absolute
 * @param now milliseconds since 1970
 */
export async function findStrayFiles(dataDir: string, now: number): Promise<StrayFile[]> {
  const unfinished = (await filesIn(join(dataDir, 'objects'))).filter((path) => path.endsWith('.part'));
  const films = await filesIn(join(dataDir, FILMS_FOLDER));
  return [
    ...(await olderThan(unfinished, now - GRACE_MS)).map((file) => ({ ...file, why: 'unfinished' as const })),
    ...(await olderThan(films, now - KEEP_FILMS_MS)).map((file) => ({
      ...file,
      why: 'made again on demand' as const,
    })),
  ];
}

export async function removeStrayFile({ path }: StrayFile): Promise<void> {
  await rm(path, { force: true });
}

async function filesIn(folder: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function olderThan(
  paths: readonly string[],
  before: number,
): Promise<{ path: string; bytes: number }[]> {
  const found = [];
  for (const path of paths) {
    try {
      const { mtimeMs, size } = await stat(path);
      if (mtimeMs < before) found.push({ path, bytes: size });
    } catch (error) {
      if (!isMissing(error)) throw error; // finished in the meantime, and renamed
    }
  }
  return found;
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';
