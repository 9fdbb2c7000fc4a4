import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startProduct } from '../support/e2e-server';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

test('a server that is killed loses nothing that was acknowledged, and the page comes back by itself', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  await studio.setNumber('Size', 128);
  await studio.setNumber('Iterations', 8);
  await studio.press('Start');
  await studio.expectStatus('finished');
  // More than any machine computes before it is killed.
  await studio.setNumber('Iterations', 2900);
  await studio.press('Start');
  // Until then the stage shows the first run.
  await studio.expectStatus('running');
  await studio.expectFrame(1);

  await product.server.kill();
  const banner = page.getByRole('status').filter({ hasText: 'The connection was lost' });
  await expect(banner).toContainText('keeps your pictures, settings and finished runs');
  await expect(banner).toContainText('reconnects by itself');
  product.server = await startProduct(product.server);

  // The run goes on as well, with what it had come to.
  await studio.expectStatus('running');
  await studio.expectFrame(1);
  await expect(banner).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Iterations', exact: true })).toHaveValue('2900');
  await studio.press('Stop');
  await studio.expectStatus('stopped');
  await page.getByRole('button', { name: 'Show run 1' }).click();
  await studio.expectStatus('finished');
  await studio.expectFrame(8);
  await studio.expectCurve(8);
});
