import { findChromium } from './find-chromium.mjs';
import { run, RunError } from './run.mjs';

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';
const INSTALL_LIMIT_MS = 600_000;

const isLinuxRoot = () => process.platform === 'linux' && process.getuid?.() === 0;

/** Ways to get a browser, in the order in which they are tried. */
const ways = [
  {
    applies: () => true,
    async take(onStart) {
      const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' };
      const options = { env, timeoutMs: INSTALL_LIMIT_MS, onStart };
      await run(process.execPath, [PLAYWRIGHT, 'install', '--only-shell', 'chromium'], options);
      // The libraries that it links to; where these cannot be had, the system's own browser is none either.
      if (isLinuxRoot()) await run(process.execPath, [PLAYWRIGHT, 'install-deps', 'chromium'], options);
    },
  },
  {
    applies: isLinuxRoot,
    async take(onStart) {
      const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, timeoutMs: INSTALL_LIMIT_MS, onStart };
      await run('apt-get', ['update'], options);
      await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
    },
  },
];

/** A Chromium for the tests of the page. */
export const browser = {
  title: 'Installing Chromium for the browser tests (a few minutes)',
  isFresh: () => findChromium() !== undefined,
  async make(onStart) {
    const failures = [];
    for (const way of ways.filter(({ applies }) => applies())) {
      try {
        await way.take(onStart);
      } catch (error) {
        if (!(error instanceof RunError)) throw error;
        failures.push(`${error.message}\n${error.output}`);
      }
      if (findChromium()) return;
    }
    throw new RunError(
      'There is no Chromium for the browser tests: install one (Debian, Ubuntu: sudo apt-get install chromium; elsewhere: npx playwright install chromium) and run the command again.',
      failures.join('\n'),
    );
  },
};
