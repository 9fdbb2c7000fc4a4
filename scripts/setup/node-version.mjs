import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/**
 * What is wrong with this version of Node, in one line; `undefined` where nothing is.
 * @param {string} version such as `20.19.0`
 * @param {string} required package.json's `engines.node`, of the form `>=20.19`
 */
export function nodeProblem(version = process.versions.node, required = requiredVersion()) {
  const [major, minor] = version.split('.').map(Number);
  const [leastMajor, leastMinor = 0] = required.replace('>=', '').split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `Atelier needs Node ${leastMajor}.${leastMinor} or newer, and this is ${version}. Install a newer one from https://nodejs.org and run the command again.`;
}

function requiredVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node;
}
