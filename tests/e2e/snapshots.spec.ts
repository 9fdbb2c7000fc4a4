import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startFrameServer, type FrameServer } from '../support/frame-server';
import { StudioPage } from './studio-page';

/*
 * How the main states look. What differs from one time to the next is covered: pictures, the curve, times, colours of
 * people. After a change that is meant: npx playwright test snapshots --update-snapshots, and look at what has changed.
 */

const samples = join(import.meta.dirname, '../../public/samples');
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Few, so that the run stands at its last one at once; the server goes on sending frames until it is stopped. */
const ITERATIONS = 12;

let server: FrameServer;
test.beforeAll(async () => {
  server = await startFrameServer(20);
});
test.afterAll(async () => {
  await server.discard();
});

for (const colorScheme of ['dark', 'light'] as const) {
  test(`the main states look as they did, ${colorScheme}`, async ({ browser }) => {
    test.slow();
    const context = await browser.newContext({
      viewport: sizes.desk,
      colorScheme,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    const page = await context.newPage();
    const studio = new StudioPage(page);
    const look = (state: string) => expectLook(page, `${state}-${colorScheme}`);

    await page.goto(server.url);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'As the system' }).click();
    await expect(page.getByRole('menu')).toBeHidden();
    await look('home');

    await studio.createRoom(server.url, 'Ada');
    await expect(page.getByRole('button', { name: 'Copy link' })).toBeVisible();
    await look('empty-room');

    await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
    await studio.upload('style', join(samples, 'marbled-paper.jpg'));
    await studio.setNumber('Size', 256);
    await studio.setNumber('Iterations', ITERATIONS);
    await look('ready');

    await studio.press('Start');
    await studio.expectFrame(ITERATIONS);
    await studio.expectCurve(ITERATIONS);
    await look('painting');

    await studio.press('Stop');
    await studio.expectStatus('stopped');
    await expect(page.getByRole('link', { name: 'Download PNG', exact: true })).toBeVisible();
    await look('ended');
    await context.close();
  });
}

/** Compares the page with how it was recorded, at a desk and on a phone. */
async function expectLook(page: Page, name: string): Promise<void> {
  for (const [device, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    // What has the focus or the pointer looks different.
    await page.mouse.move(0, 0);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.evaluate(() => document.fonts.ready);
    await expect.soft(page).toHaveScreenshot(`${name}-${device}.png`, {
      animations: 'disabled',
      maxDiffPixelRatio: 0.02,
      mask: [
        page.locator('canvas, img, video, time'),
        page.getByTestId('run-status'),
        page.getByRole('button', { name: /(person|people) here/ }),
      ],
    });
  }
  await page.setViewportSize(sizes.desk);
}
