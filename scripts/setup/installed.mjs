import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what the lock file says, by npm's own record of what it has installed: true after a
 * developer's `npm install`, which leaves no stamp.
 * @param {string} root the project's folder
 */
export function isInstalled(root, { platform = process.platform, arch = process.arch } = {}) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const present = readPackages(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    if (present[path]) return present[path].version === entry.version;
    return mayBeAbsent(entry, platform, arch);
  });
}

/** Optional packages may have failed to install, but not the native parts that this machine needs. */
function mayBeAbsent(entry, platform, arch) {
  if (!entry.optional && !entry.devOptional) return false;
  const isForHere = entry.os?.includes(platform) && entry.cpu?.includes(arch) && !entry.libc;
  return !isForHere;
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
