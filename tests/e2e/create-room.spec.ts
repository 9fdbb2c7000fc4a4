import { expect, test } from '@playwright/test';
import { holdRequests } from './hold-requests';
import { productForTests } from './product';

const product = productForTests();

test('a room can be created once the page is alive, not before, and the button looks the same', async ({
  page,
}) => {
  const letThrough = await holdRequests(page, '**/_next/static/**/*.js');
  await page.goto(product.server.url, { waitUntil: 'commit' });
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
