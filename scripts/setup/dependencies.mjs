import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { isInstalled } from './installed.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { readStamp, removeStamp, writeStamp } from './stamp.mjs';

const stampPath = join(root, 'node_modules/.atelier-stamp');

/** The packages of node_modules. */
export const dependencies = {
  title: 'Installing the packages (about a minute)',

  isFresh() {
    const stamp = readStamp(stampPath);
    const wanted = describe();
    if (stamp === wanted) return true;
    // A developer's `npm install` leaves the packages right and the stamp old, or none. Settings of npm that have
    // changed since are another matter.
    const settingsHold = stamp === undefined || settingsOf(stamp) === settingsOf(wanted);
    if (!settingsHold || !isInstalled(root)) return false;
    writeStamp(stampPath, wanted);
    return true;
  },

  async make(onStart) {
    const stamp = describe();
    removeStamp(stampPath);
    // NODE_ENV=production would leave out what the build needs.
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env.npm_execpath;
    const options = { env: { NODE_ENV: undefined }, show: true, onStart };
    if (npm && /npm-cli\.[cm]?js$/.test(npm)) await run(process.execPath, [npm, ...args], options);
    else await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
    writeStamp(stampPath, stamp);
  },
};

/** Two lines: the packages, the settings of npm. */
function describe() {
  const { dependencies, devDependencies, optionalDependencies, overrides, allowScripts } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const asked = JSON.stringify({ dependencies, devDependencies, optionalDependencies, overrides });
  const packages = createHash('sha256')
    .update(asked)
    .update(fingerprint(root, ['package-lock.json']));
  const settings = createHash('sha256')
    .update(JSON.stringify(allowScripts ?? {}))
    .update(fingerprint(root, ['.npmrc']));
  return `packages ${packages.digest('hex')}\nsettings ${settings.digest('hex')}\n`;
}

const settingsOf = (stamp) => stamp.split('\n')[1];
