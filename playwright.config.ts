import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/setup/find-chromium.mjs';

const chromium = findChromium();

/** Each test file starts a server of its own (tests/support), so there is none here. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  // One for all systems: the fonts come with the pages, and what else differs is within the tolerance.
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  // The server computes on all processors.
  workers: 1,
  fullyParallel: false,
  timeout: 120_000,
  // A shared machine may stand still for seconds; the list names what passed only at the second try.
  retries: process.env['CI'] === undefined ? 0 : 1,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    trace: 'retain-on-failure',
    launchOptions: {
      // Playwright's own where none is named.
      executablePath: chromium?.kind === 'system' ? chromium.path : undefined,
      // Chromium's sandbox does not start as root, which is who runs in most containers.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
});
