import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

test('whoever looks at an old run is told which one the buttons stop', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  await studio.setNumber('Size', 128);
  await studio.setNumber('Iterations', 4);
  await studio.press('Start');
  await studio.expectStatus('finished');
  // More than any machine computes before it is stopped.
  await studio.setNumber('Iterations', 3000);
  await studio.press('Start');
  await studio.expectStatus('running');

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(button('Stop')).toBeVisible();
  await page.getByRole('button', { name: 'Show run 1' }).click();
  await studio.expectStatus('finished');
  await expect(button('Pause run 2')).toBeVisible();
  await expect(button('Stop')).toHaveCount(0);
  await button('Stop run 2').click();
  // What was stopped comes into sight.
  await studio.expectStatus('stopped');
  await expect(page.getByTestId('run-status')).toContainText('Run 2');
});
