import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/*
 * A stamp says from what a folder was made. It lies in that folder, so that who deletes the folder deletes it too; it
 * is removed before the folder is made anew and written when that is done, so that work that was cut short is redone.
 */

/** The stamp's content; `undefined` where there is none. */
export function readStamp(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

export function removeStamp(path) {
  rmSync(path, { force: true });
}

export function writeStamp(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
