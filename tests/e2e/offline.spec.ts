import { expect, test } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const product = productForTests();

test('a room of this machine stays online without a network', async ({ page, context }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url.replace('127.0.0.1', 'localhost'), 'Ada');
  await studio.setNumber('Size', 128); // once the controls are there
  await context.setOffline(true);
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(false);
  await expect(page.getByTestId('connection')).toHaveCount(0);
});

test('a page that has lost its network says so, and is back when the network is', async ({
  page,
  context,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await expect(page.getByRole('region', { name: 'Images' })).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByTestId('connection')).toContainText('You are offline');
  await context.setOffline(false);
  await expect(page.getByTestId('connection')).toHaveCount(0);
});

test('a part of the page that cannot be fetched comes later, and takes nothing with it', async ({
  page,
  context,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.setNumber('Size', 128);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  const refused = page.waitForEvent('requestfailed', (request) => request.url().endsWith('.js'));
  await page.getByRole('button', { name: '1 person here' }).click();
  await refused;
  await expect(page.getByTestId('connection')).toContainText('You are offline');
  await context.setOffline(false);
  await expect(page.getByRole('tab', { name: 'Activity' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Size', exact: true })).toHaveValue('128');
});
