import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../../scripts/setup/find-chromium.mjs';
import { fingerprint } from '../../../scripts/setup/fingerprint.mjs';
import { isInstalled } from '../../../scripts/setup/installed.mjs';
import { nodeProblem } from '../../../scripts/setup/node-version.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-setup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string, mode?: number): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content, { mode });
}

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '100.1.0'])('%s is enough', (version) => {
    expect(nodeProblem(version, '>=20.19')).toBeUndefined();
  });
  it.each(['20.18.3', '18.20.0', '9.99.0'])('%s is too old, which is said in one line', (version) => {
    expect(nodeProblem(version, '>=20.19')).toMatch(
      /^Atelier needs Node 20\.19 or newer, and this is .*[^\n]$/,
    );
  });
  it('is enough here by what package.json asks for', () => {
    expect(nodeProblem()).toBeUndefined();
  });
});

describe('a fingerprint', () => {
  const take = (skip?: (path: string) => boolean) =>
    fingerprint(folder, ['a', 'b.txt', 'missing.txt'], { skip });
  beforeEach(() => {
    write('a/deep/one.txt', 'one');
    write('b.txt', 'two');
  });

  it('is the same for the same content', () => {
    const before = take();
    write('a/deep/one.txt', 'one');
    expect(take()).toBe(before);
  });

  it.each([
    ['a changed file', () => write('b.txt', 'three')],
    ['a new file', () => write('a/new.txt', '')],
    ['a file that appears where none was', () => write('missing.txt', '')],
    ['another name', () => renameSync(join(folder, 'a/deep/one.txt'), join(folder, 'a/deep/two.txt'))],
    [
      'content that moves from one file into the next',
      () => (write('a/deep/one.txt', 'on'), write('b.txt', 'etwo')),
    ],
  ])('is another one for %s', (_, change) => {
    const before = take();
    change();
    expect(take()).not.toBe(before);
  });

  it('leaves out what is to be skipped', () => {
    const before = take((path) => path === 'a/made');
    write('a/made/x.txt', 'x');
    expect(take((path) => path === 'a/made')).toBe(before);
  });
});

describe('whether the packages are installed', () => {
  const lock = (packages: Record<string, object>) => JSON.stringify({ packages });
  const wanted = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/fails': { version: '1.0.0', optional: true },
    'node_modules/native-linux': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] },
    'node_modules/native-mac': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
  };
  const present = {
    'node_modules/a': { version: '1.0.0' },
    'node_modules/native-linux': { version: '1.0.0' },
  };
  const check = (installed: Record<string, object>) => {
    write('package-lock.json', lock(wanted));
    write('node_modules/.package-lock.json', lock(installed));
    return isInstalled(folder, { platform: 'linux', arch: 'x64' });
  };

  it('is true where only optional ones for other machines, or that failed, are absent', () => {
    expect(check(present)).toBe(true);
  });
  it.each([
    ['one is absent', { 'node_modules/native-linux': { version: '1.0.0' } }],
    ['one has another version', { ...present, 'node_modules/a': { version: '1.0.1' } }],
    ["this machine's native part is absent", { 'node_modules/a': { version: '1.0.0' } }],
  ])('is false where %s', (_, installed) => {
    expect(check(installed)).toBe(false);
  });
  it('is false on a fresh clone', () => {
    write('package-lock.json', lock(wanted));
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('the browser for the tests', () => {
  it('is one on the PATH where Playwright has none of its own', () => {
    write('bin/google-chrome', '#!/bin/sh\n', 0o755);
    const found = findChromium({ PLAYWRIGHT_BROWSERS_PATH: join(folder, 'none'), PATH: join(folder, 'bin') });
    // A machine that has Debian's uses that.
    expect([join(folder, 'bin/google-chrome'), '/usr/bin/chromium']).toContain(
      found?.kind === 'system' ? found.path : undefined,
    );
  });
});
