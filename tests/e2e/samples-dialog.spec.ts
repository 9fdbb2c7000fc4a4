import { expect, test } from '@playwright/test';
import { holdRequests } from './hold-requests';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const viewports = [
  { width: 1440, height: 900 },
  { width: 1280, height: 600 },
  { width: 390, height: 844 },
];

const product = productForTests();

for (const viewport of viewports) {
  test(`nothing in the samples dialog moves when its list comes, on ${viewport.width} × ${viewport.height}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    const studio = new StudioPage(page);
    await studio.createRoom(product.server.url, 'Ada');
    for (const { kind, button } of [
      { kind: 'content', button: 'Sample photographs' },
      { kind: 'style', button: 'Sample paintings' },
    ]) {
      await test.step(`of ${kind} images`, async () => {
        const letThrough = await holdRequests(page, '**/api/samples');
        await page.getByRole('button', { name: button }).click();
        const dialog = page.getByRole('dialog');
        const cancel = dialog.getByRole('button', { name: 'Cancel' });
        await cancel.hover();
        const boxes = async () => ({
          dialog: await dialog.boundingBox(),
          title: await dialog.getByRole('heading').first().boundingBox(),
          cancel: await cancel.boundingBox(),
        });
        const before = await boxes();
        letThrough();
        await expect(dialog.getByRole('button', { name: /^Use / }).first()).toBeVisible();
        expect(await boxes()).toEqual(before);
        await cancel.click();
        await expect(dialog).toBeHidden();
        await page.unrouteAll({ behavior: 'wait' });
      });
    }
  });
}
