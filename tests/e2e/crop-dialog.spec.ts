import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { holdRequests } from './hold-requests';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const viewports = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];
const pictures = [
  { name: 'wide', width: 1280, height: 1014 },
  { name: 'tall', width: 700, height: 1500 },
  { name: 'small', width: 131, height: 77 },
];

const product = productForTests();

test('each of two crops of one picture starts from the whole of it', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a5c3e' } })
    .png()
    .toBuffer();
  const file = { name: 'twice', mimeType: 'image/png', buffer };
  await page.getByLabel('Choose a style image').setInputFiles([file, file]);
  const dialog = page.getByRole('dialog');
  const square = dialog.getByRole('button', { name: '1 : 1' });
  await square.click();
  await expect(square).toHaveAttribute('aria-pressed', 'true');
  // Both wait by now: what is on its way has gone from under the dialog.
  await expect(page.getByText(/^(Uploading|Preparing) twice/)).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Use picture' }).click();
  await expect(square).toHaveAttribute('aria-pressed', 'false');
  await expect(dialog.getByRole('button', { name: 'Free' })).toHaveAttribute('aria-pressed', 'true');
});

for (const viewport of viewports) {
  test(`nothing in the crop dialog moves when its picture comes, on ${viewport.width} × ${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const studio = new StudioPage(page);
    await studio.createRoom(product.server.url, 'Ada');
    for (const { name, width, height } of pictures) {
      await test.step(`a ${name} picture`, async () => {
        const letThrough = await holdRequests(page, '**/images/*?side=1024');
        const background = '#7a5c3e';
        const buffer = await sharp({ create: { width, height, channels: 3, background } })
          .png()
          .toBuffer();
        await page
          .getByLabel('Choose a content image')
          .setInputFiles({ name, mimeType: 'image/png', buffer });
        const dialog = page.getByRole('dialog');
        const picture = dialog.getByRole('img', { name });
        const use = dialog.getByRole('button', { name: 'Use picture' });
        await use.hover();
        const boxes = async () => ({ picture: await picture.boundingBox(), use: await use.boundingBox() });
        const before = await boxes();

        await page.mouse.down();
        letThrough();
        await expect(picture).toHaveJSProperty('complete', true);
        // Its own size, and not of another shape: the box that was kept free is the picture's.
        const natural = await picture.evaluate((image: HTMLImageElement) => [
          image.naturalWidth,
          image.naturalHeight,
        ]);
        const scale = Math.min(1, 1024 / Math.max(width, height));
        expect(natural).toEqual([Math.round(width * scale), Math.round(height * scale)]);
        expect(await boxes()).toEqual(before);
        expect(before.picture!.width / before.picture!.height).toBeCloseTo(width / height, 1);

        await page.mouse.up();
        await expect(dialog).toBeHidden();
        const well = page.getByRole('region', { name: 'Content', exact: true });
        await expect(well.getByRole('img', { name })).toBeVisible();
        await page.unrouteAll({ behavior: 'wait' });
      });
    }
  });
}
