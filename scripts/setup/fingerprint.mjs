import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A hash over files and folders (all that is in them), by name and content. What is not there counts as not there.
 * @param {string} base the folder that the paths are relative to
 * @param {readonly string[]} paths
 * @param {{ skip?: (path: string) => boolean }} options `skip` leaves out files and folders
 * @returns {string} hex
 */
export function fingerprint(base, paths, { skip = () => false } = {}) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (skip(path)) return;
    const absolute = join(base, path);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (!stat) {
      hash.update(`${path}\0missing\0`);
    } else if (stat.isDirectory()) {
      for (const name of readdirSync(absolute).sort()) add(`${path}/${name}`);
    } else {
      const content = readFileSync(absolute);
      hash.update(`${path}\0${content.length}\0`).update(content);
    }
  };
  paths.forEach(add);
  return hash.digest('hex');
}
