import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const product = productForTests();

test('a picture can be painted on a phone, without scrolling sideways', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'acanthus.jpg'));
  await studio.upload('style', join(samples, 'batik.jpg'));
  await page.getByRole('tab', { name: 'Settings' }).click();
  await studio.setNumber('Size', 128);
  await studio.setNumber('Iterations', 6);
  await studio.press('Start');
  await studio.expectStatus('finished');
  await studio.expectFrame(6);
  // What is done with the picture does not lie on it.
  const picture = (await page.getByTestId('stage').boundingBox())!;
  for (const name of ['Download PNG', 'Before / after', 'Larger']) {
    const tool = (await page
      .getByRole('button', { name, exact: true })
      .or(page.getByRole('link', { name, exact: true }))
      .boundingBox())!;
    expect(tool.y, name).toBeGreaterThanOrEqual(picture.y + picture.height);
  }
  await page.getByRole('tab', { name: 'Curves' }).click();
  await studio.expectCurve(6);
  await page.getByRole('tab', { name: 'People' }).click();
  await expect(page.getByRole('region', { name: 'People' }).getByText('Ada')).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test('what has a button of its own on wider screens is in a menu on a phone: help, and the projector', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.tap();
  await page.getByRole('menuitem', { name: 'Help and keyboard' }).tap();
  const help = page.getByRole('dialog', { name: 'How it works' });
  await expect(help).toBeVisible();
  await help.getByRole('button', { name: 'Close' }).tap();
  await expect(help).toHaveCount(0);

  await more.tap();
  await page.getByRole('menuitem', { name: /^Projector/ }).tap();
  await expect(page.getByTestId('projector')).toBeVisible();
  await page.getByRole('button', { name: 'Leave the projector' }).tap();
  await expect(more).toBeVisible();
});
