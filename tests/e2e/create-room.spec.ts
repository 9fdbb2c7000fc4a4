import { expect, test } from '@playwright/test';
import { startProduct, type ProductServer } from '../support/e2e-server';

let server: ProductServer;

test.beforeAll(async () => {
  server = await startProduct();
});
test.afterAll(async () => {
  await server.discard();
});

test('a room can be created once the page is alive, not before, and the button looks the same', async ({
  page,
}) => {
  let letThrough = (): void => undefined;
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(server.url, { waitUntil: 'commit' });
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
