import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { root } from './root.mjs';

/**
 * The browser for the tests: Playwright's own, which is the version that it was made for, else one of the system.
 * @returns {{ kind: 'own' } | { kind: 'system', path: string } | undefined} `undefined` where there is none
 */
export function findChromium(env = process.env) {
  if (hasOwn(env)) return { kind: 'own' };
  const path = systemCandidates(env).find(isExecutable);
  return path && { kind: 'system', path };
}

/** Playwright marks a browser that has been unpacked to the end. Asking Playwright itself would take its time to load. */
function hasOwn(env) {
  const list = join(root, 'node_modules/playwright-core/browsers.json');
  if (!existsSync(list)) return false;
  const { browsers } = JSON.parse(readFileSync(list, 'utf8'));
  const revision = browsers.find(({ name }) => name === 'chromium-headless-shell')?.revision;
  return existsSync(join(ownFolder(env), `chromium_headless_shell-${revision}`, 'INSTALLATION_COMPLETE'));
}

function ownFolder(env) {
  const chosen = env.PLAYWRIGHT_BROWSERS_PATH;
  if (chosen === '0') return join(root, 'node_modules/playwright-core/.local-browsers');
  if (chosen) return chosen;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright');
}

function systemCandidates(env) {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return ['/usr/bin/chromium', ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
