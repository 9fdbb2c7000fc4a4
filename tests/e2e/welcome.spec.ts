import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { startProduct } from '../support/e2e-server';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

test('who comes by a link for the first time is shown how it works, once', async ({ page, browser }) => {
  const ada = new StudioPage(page);
  await ada.createRoom(product.server.url, 'Ada');
  await expect(page.getByRole('heading', { name: 'Three steps to a picture' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'How it works' })).toBeHidden();

  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const ben = new StudioPage(await context.newPage());
  await ben.page.goto(await ada.link('edit'));
  await ben.sayName('Ben');
  const welcome = ben.page.getByRole('complementary', { name: 'How it works' });
  await expect(welcome.getByRole('listitem')).toHaveCount(3);
  // It takes nothing from the work: what is below can be used at once.
  await ben.setNumber('Iterations', 77);
  await expect(page.getByRole('textbox', { name: 'Iterations', exact: true })).toHaveValue('77');
  expect((await new AxeBuilder({ page: ben.page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  await ben.page.getByRole('button', { name: 'Got it' }).click();
  await expect(welcome).toBeHidden();
  await ben.page.reload();
  await expect(ben.page.getByRole('heading', { name: 'Three steps to a picture' })).toBeVisible();
  await expect(welcome).toBeHidden();
});

test('who has put both pictures into a room of their own is not shown how it works after a reload', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const welcome = page.getByRole('complementary', { name: 'How it works' });
  await expect(page.getByRole('complementary', { name: 'Recovery link' })).toBeVisible();
  await page.reload();
  await expect(welcome).toBeVisible();
  await studio.upload('content', join(samples, 'acanthus.jpg'));
  await studio.upload('style', join(samples, 'batik.jpg'));
  // It goes from nobody's hand.
  await expect(welcome).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeEnabled();
  await expect(welcome).toBeHidden();
});

test('a server that is gone is said to be, with what is kept and one thing to do', async ({ page }) => {
  await page.clock.install();
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await expect(page.getByRole('heading', { name: 'Three steps to a picture' })).toBeVisible();
  await product.server.kill();
  const line = page.getByTestId('connection');
  await expect(line).toHaveAttribute('data-notice', 'reconnecting');
  await page.clock.fastForward(60_000);
  await expect(line).toHaveAttribute('data-notice', 'gone');
  await expect(line.getByRole('status')).toContainText('is on its disk');

  product.server = await startProduct(product.server);
  await line.getByRole('button', { name: 'Try now' }).click();
  await expect(line).toBeHidden();
});
