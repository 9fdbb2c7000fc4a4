import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { productForTests } from './product';
import { sharedPath } from '../support/shared';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');
const photograph = sharedPath('images/chelsea.png') ?? join(samples, 'house-cat.jpg');
const painting = sharedPath('images/starry-night.jpg') ?? join(samples, 'wheat-sky.jpg');

const product = productForTests();

test('two people watch one picture being painted, and it is kept', async ({ browser }) => {
  // Its waits have limits of their own, which add up to more than the usual one for a whole test.
  test.slow();
  const errors: string[] = [];
  const open = async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    return new StudioPage(page);
  };
  const ada = await open();
  const ben = await open();

  await test.step('one creates the room and puts in a photograph and a painting', async () => {
    await ada.createRoom(product.server.url, 'Ada');
    await ada.upload('content', photograph);
    await ada.upload('style', painting);
    await ada.setNumber('Size', 192);
    await ada.setNumber('Iterations', 30);
  });

  await test.step('the other follows the link', async () => {
    await ben.page.goto(await ada.link('watch'));
    await ben.sayName('Ben');
    await expect(ben.page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
    // The key is gone from the address bar: a photographed screen lets nobody in.
    expect(new URL(ben.page.url()).hash).toBe('');
  });

  await test.step('both see frames and curves, and both see it finish', async () => {
    await ada.press('Start');
    for (const studio of [ada, ben]) {
      await studio.expectFrame(1);
      await studio.expectCurve(1);
    }
    for (const studio of [ada, ben]) {
      await studio.expectStatus('finished', 90_000);
      await studio.expectFrame(30);
      await studio.expectCurve(30);
    }
    // Each page shows the last frame until it has the kept picture, which takes one longer than the other.
    await expect.poll(() => differentPixels(ada, ben)).toBe(0);
  });

  await test.step('a reload shows it again', async () => {
    for (const studio of [ada, ben]) {
      await studio.page.reload();
      await studio.expectStatus('finished');
      await studio.expectFrame(30);
      await studio.expectCurve(30);
    }
  });

  await test.step('the PNG downloads and has the right size', async () => {
    const downloading = ben.page.waitForEvent('download');
    await ben.page.getByRole('link', { name: 'Download PNG' }).first().click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/\.png$/);
    const metadata = await sharp(await readFile(await download.path())).metadata();
    const source = await sharp(photograph).metadata();
    const scale = 192 / Math.max(source.width, source.height);
    expect(metadata).toMatchObject({
      format: 'png',
      width: Math.round(source.width * scale),
      height: Math.round(source.height * scale),
    });
  });

  expect(errors).toEqual([]);
});

test('what is going can be steered, paused, resumed and stopped', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', photograph);
  await studio.upload('style', painting);
  await studio.setNumber('Size', 128);
  await studio.setNumber('Iterations', 3000);
  await studio.press('Start');
  await studio.expectFrame(1);

  const style = page.getByRole('slider', { name: 'Style', exact: true });
  await style.focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('curve').getByRole('button', { name: /Ada/ })).toBeVisible();

  await studio.press('Pause');
  await studio.expectStatus('paused');
  await studio.press('Resume');
  await studio.expectStatus('running');
  await studio.press('Stop');
  await studio.expectStatus('stopped');
  await expect(page.getByRole('link', { name: 'Download PNG' }).first()).toBeVisible();
});

test('a picture that cannot be used is refused in words, and the room goes on', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await page
    .getByLabel('Choose a content image')
    .setInputFiles({ name: 'holiday.heic', mimeType: 'image/heic', buffer: Buffer.from('not one') });
  await expect(page.getByRole('alert').filter({ hasText: 'HEIC' })).toBeVisible();
  await studio.upload('content', photograph);
});

test('a link without a key says what to do', async ({ page, browser }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(page.url());
  await expect(stranger.getByRole('heading', { name: 'This link does not open the room' })).toBeVisible();
});

/** How many pixels differ between the pictures that two people see. */
async function differentPixels(a: StudioPage, b: StudioPage): Promise<number> {
  const pixels = async ({ page }: StudioPage) =>
    page.getByTestId('stage').evaluate((element) => {
      const canvas = element instanceof HTMLCanvasElement ? element : element.querySelector('canvas')!;
      const context = canvas.getContext('2d')!;
      return [...context.getImageData(0, 0, canvas.width, canvas.height).data];
    });
  const [left, right] = await Promise.all([pixels(a), pixels(b)]);
  expect(left.length).toBeGreaterThan(0);
  return left.filter((value, index) => value !== right[index]).length;
}
