import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../errors';
import type { ObjectKey } from '../rooms/record';
import { writeWhole, type WritableFile } from '../write-whole';
import { damaged, objectNotFound } from './failures';
import { isObjectKey, objectKey } from './object-key';
import type { ObjectStore, StoredObject } from './ports/object-store';

/** Lets a test make the disk fail. */
export interface FolderObjectStoreOptions {
  /** @param path absolute; in the folder of the object, so that renaming it is atomic */
  readonly openForWriting?: (path: string) => Promise<WritableFile>;
}

/**
 * An object store in `<dataDir>/objects`: one file an object, named by its hash, two levels of folders deep so that no
 * folder grows large. A file appears under its name only when it is whole and on the disk.
 * @param dataDir absolute; is made where it is missing
 */
export function createFolderObjectStore(
  dataDir: string,
  options: FolderObjectStoreOptions = {},
): ObjectStore {
  const root = join(dataDir, 'objects');

  const pathOf = (key: ObjectKey): string => join(root, key.slice(0, 2), key.slice(2, 4), key);

  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    await writeWhole(path, join(folder, `.${randomUUID()}.part`), bytes, options.openForWriting);
    await syncFolder(folder);
  };

  return {
    async put(bytes) {
      const key = objectKey(bytes);
      const path = pathOf(key);
      try {
        // The size tells a file that a power cut has emptied; it is written anew.
        if ((await statIfThere(path))?.size !== bytes.byteLength) await write(path, bytes);
        else await utimes(path, new Date(), new Date());
      } catch (error) {
        throw notWritten(path, error);
      }
      return key;
    },
    async get(key) {
      if (!isObjectKey(key)) throw objectNotFound(key);
      let bytes: Buffer;
      try {
        bytes = await readFile(pathOf(key));
      } catch (error) {
        if (isMissing(error)) throw objectNotFound(key, error);
        throw damaged(`object ${key}`, error);
      }
      if (objectKey(bytes) !== key) throw damaged(`object ${key}`, new Error('its content has another hash'));
      return bytes;
    },
    list: () => listObjects(root),
    async remove(key, before) {
      if (!isObjectKey(key)) return false;
      const path = pathOf(key);
      try {
        const file = await statIfThere(path);
        if (!file || file.mtimeMs >= before) return false;
        await rm(path, { force: true });
        return true;
      } catch (error) {
        throw notRemoved(path, error);
      }
    },
  };
}

async function* listObjects(root: string): AsyncIterable<StoredObject> {
  for (const first of await namesIn(root)) {
    for (const second of await namesIn(join(root, first))) {
      for (const key of await namesIn(join(root, first, second))) {
        // Besides objects there are files that are still being written.
        const file = isObjectKey(key) ? await statIfThere(join(root, first, second, key)) : undefined;
        if (file) yield { key, bytes: file.size, putAt: file.mtimeMs };
      }
    }
  }
}

/** Of what is in a folder; nothing where there is none. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** `undefined` where there is no such file. */
async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Makes the renaming last through a power cut, where the file system can (Windows cannot open folders). */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function notWritten(path: string, cause: unknown): AppError {
  const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(cause));
  return new AppError({
    code: 'unavailable',
    message: `could not write ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
    userMessage: full
      ? "The server's disk is full, so this picture could not be saved. What was saved before is safe. Please tell whoever runs this server to make room, then try again."
      : 'The server could not write to its disk, so this picture could not be saved. What was saved before is safe. Please tell whoever runs this server (its log says why), then try again.',
    cause,
  });
}

function notRemoved(path: string, cause: unknown): AppError {
  return new AppError({
    code: 'unavailable',
    message: `could not remove ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
    userMessage:
      'The server could not remove a file that is no longer needed. Nothing is lost. Please tell whoever runs this server; its log says why.',
    cause,
  });
}

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
