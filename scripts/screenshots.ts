import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, expect, type Browser } from '@playwright/test';
import sharp from 'sharp';
import { startProduct } from '../tests/support/e2e-server';
import { StudioPage } from '../tests/e2e/studio-page';
import { findChromium } from './setup/find-chromium.mjs';

/*
 * `npm run screenshots`: takes the README's picture of the studio in a real room, with two people and samples that may be
 * redistributed, against the last build.
 */
const root = join(import.meta.dirname, '..');
const outDir = join(root, 'docs/images');
const PHOTOGRAPH = join(root, 'public/samples/nagasaki-boats.jpg');
const PAINTING = join(root, 'public/samples/wheat-sky.jpg');
const ITERATIONS = 160;
const RUN_TIMEOUT_MS = 900_000;

async function open(browser: Browser): Promise<StudioPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  return new StudioPage(await context.newPage());
}

async function main(): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const found = findChromium();
  const browser = await chromium.launch({
    executablePath: found?.kind === 'system' ? found.path : undefined,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-quic'],
  });
  const server = await startProduct();
  try {
    const ada = await open(browser);
    const ben = await open(browser);
    await ada.createRoom(server.url, 'Ada');
    // Read once and closed, as it is in a room that goes on.
    await ada.page.getByRole('button', { name: 'Do not show this hint again' }).click();
    await ada.upload('content', PHOTOGRAPH);
    await ada.upload('style', PAINTING);
    await ada.setNumber('Iterations', ITERATIONS);
    await ben.page.goto(await ada.link('edit'));
    await ben.sayName('Ben');
    await ada.press('Start');
    await ada.expectFrame(60, RUN_TIMEOUT_MS);
    const style = ben.page.getByRole('slider', { name: 'Style', exact: true });
    await style.focus();
    for (let step = 0; step < 6; step += 1) await ben.page.keyboard.press('ArrowRight');
    await ada.expectFrame(Math.round(ITERATIONS * 0.85), RUN_TIMEOUT_MS);
    await expect(ada.page.getByTestId('curve')).toBeVisible();
    const shot = await ada.page.screenshot();
    await sharp(shot).png({ palette: true, quality: 90, effort: 10 }).toFile(join(outDir, 'studio.png'));
    await ada.press('Stop');
  } finally {
    await server.discard();
    await browser.close();
  }
}

await main();
