import { open, rename, rm, type FileHandle } from 'node:fs/promises';

/** What is needed of an open file to write it. */
export type WritableFile = Pick<FileHandle, 'writeFile' | 'sync' | 'close'>;

/** Opens a file that is not there yet, for nobody but the server. */
export function openNew(path: string): Promise<WritableFile> {
  return open(path, 'wx', 0o600);
}

/**
 * Writes a file that appears under its name only when it is whole and on the disk. Nothing is left where that fails.
 * @param temporary absolute; in the folder of `path`, so that renaming it is atomic
 * @param openFile lets a test make the disk fail
 * @throws whatever the system says
 */
export async function writeWhole(
  path: string,
  temporary: string,
  bytes: Uint8Array,
  openFile = openNew,
): Promise<void> {
  try {
    const file = await openFile(temporary);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
