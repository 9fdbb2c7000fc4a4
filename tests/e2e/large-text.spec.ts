import { expect, test } from '@playwright/test';
import config from '../../playwright.config';
import { lost } from './large-text';
import { closeDialog, openings, paintIn } from './openings';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const product = productForTests();

// As browsers do for those who have set their text to 200 %: also what depends on the width counts in that.
const { launchOptions } = config.use!;
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...launchOptions!.args!, '--blink-settings=defaultFontSize=32'],
  },
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`at 200 % text nothing is lost on ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto(product.server.url);
    await expect.soft(page.getByRole('button', { name: 'Create a room' })).toBeVisible();
    expect.soft(await lost(page), 'home').toEqual([]);

    const studio = new StudioPage(page);
    await studio.createRoom(product.server.url, 'Ada');
    await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeAttached();
    expect.soft(await lost(page), 'room').toEqual([]);

    for (const dialog of ['Sample photographs', 'Copy link', 'Room menu', 'Theme', 'Language']) {
      await page.getByRole('button', { name: dialog, exact: true }).click();
      await expect(page.getByRole('dialog').or(page.getByRole('menu')).first()).toBeVisible();
      expect.soft(await lost(page), dialog).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
    }
    if (viewport.width < 1024) {
      for (const tab of ['Settings', 'Curves', 'People', 'Images']) {
        await page.getByRole('tab', { name: tab }).click();
        expect.soft(await lost(page), tab).toEqual([]);
      }
    }
    await paintIn(studio);
    expect.soft(await lost(page), 'room with a run').toEqual([]);
    for (const [what, open] of openings) {
      await open(page);
      await expect(page.getByRole('dialog').first()).toBeVisible();
      expect.soft(await lost(page), what).toEqual([]);
      await closeDialog(page);
    }
    const href = await page.locator('a[href*="/run/"]').first().getAttribute('href');
    await page.goto(product.server.url + href!);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    expect.soft(await lost(page), 'page of the run').toEqual([]);
  });
}
