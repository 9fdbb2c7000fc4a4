import { expect, test, type Page } from '@playwright/test';
import { holdRequests } from './hold-requests';
import { productForTests } from './product';

const product = productForTests();

test('a room can be created once the page is alive, not before, and the button looks the same', async ({
  page,
}) => {
  const letThrough = await holdRequests(page, '**/_next/static/**/*.js');
  await page.goto(product.server.url, { waitUntil: 'commit' });
  await stylesApplied(page);
  const button = page.getByRole('button', { name: 'Create a room' });
  await expect(button).toBeDisabled();
  const look = () =>
    button.evaluate((element) => {
      const { opacity, color, backgroundColor } = getComputedStyle(element);
      const { x, y, width, height } = element.getBoundingClientRect();
      return { opacity, color, backgroundColor, x, y, width, height };
    });
  const before = await look();
  letThrough();
  await expect(button).toBeEnabled();
  expect(await look()).toEqual(before);
  await button.click();
  await page.waitForURL(/\/r\/[\w-]+/);
  await page.unrouteAll({ behavior: 'wait' });
});

/** The page was only begun to be read: what it looks like is not known before its styles and fonts are there. */
async function stylesApplied(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')];
    return sheets.length > 0 && sheets.every((link) => link.sheet !== null);
  });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
