import { expect, test } from '@playwright/test';
import { lost } from './large-text';
import { closeDialog, openings, paintIn } from './openings';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const product = productForTests();

/** On a desk the whole page is enlarged, which halves the window; on a phone its text is. Both show one column. */
const windows = [
  { name: '1440 × 900', viewport: { width: 720, height: 450 }, fontSize: '100%' },
  { name: '390 × 844', viewport: { width: 390, height: 844 }, fontSize: '200%' },
];
/** The others are parts of the page in one column. */
const opened = openings.filter(({ what }) => what !== 'people' && what !== 'network');

for (const { name, viewport, fontSize } of windows) {
  test(`at 200 % nothing is lost on ${name}`, async ({ page }) => {
    const enlarge = async () => {
      await page.setViewportSize(viewport);
      await page.addStyleTag({ content: `html { font-size: ${fontSize} !important; }` });
    };
    const studio = new StudioPage(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await studio.createRoom(product.server.url, 'Ada');
    await paintIn(studio);
    const href = await page.locator('a[href*="/run/"]').first().getAttribute('href');
    await enlarge();
    for (const tab of ['Settings', 'Curves', 'People', 'Images']) {
      await page.getByRole('tab', { name: tab }).click();
      expect.soft(await lost(page), tab).toEqual([]);
    }
    for (const { what, open } of opened) {
      await open(page);
      await expect(page.getByRole('dialog').first()).toBeVisible();
      expect.soft(await lost(page), what).toEqual([]);
      await closeDialog(page);
    }
    for (const popup of ['Sample photographs', 'Copy link', 'Room menu', 'Theme', 'Language']) {
      await page.getByRole('button', { name: popup, exact: true }).click();
      await expect(page.getByRole('dialog').or(page.getByRole('menu')).first()).toBeVisible();
      expect.soft(await lost(page), popup).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0);
    }
    await page.goto(product.server.url + href!);
    await enlarge();
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    expect.soft(await lost(page), 'page of the run').toEqual([]);
    await page.goto(product.server.url);
    await enlarge();
    await expect(page.getByRole('button', { name: 'Create a room' })).toBeVisible();
    expect.soft(await lost(page), 'home').toEqual([]);
  });
}
