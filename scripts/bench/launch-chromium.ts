import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../setup/find-chromium.mjs';

/** @throws Error where this machine has none */
export function launchChromium(): Promise<Browser> {
  const found = findChromium();
  return chromium.launch({
    executablePath: found?.kind === 'system' ? found.path : undefined,
    // Chromium's sandbox does not start as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
}
