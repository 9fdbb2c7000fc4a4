import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

test('a share of a painting that is refused says why, once, until it is changed to one that is taken', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const well = page.getByRole('region', { name: 'Style', exact: true });
  const shares = well.getByRole('slider', { name: /^Share of / });
  for (const [index, file] of ['marbled-paper.jpg', 'batik.jpg'].entries()) {
    await page.getByLabel('Choose a style image').setInputFiles(join(samples, file));
    await page.getByRole('button', { name: 'Use picture' }).click();
    await expect(well.getByRole('figure')).toHaveCount(index + 1);
  }
  await expect(shares).toHaveCount(2);
  const press = async (index: number, key: string) => {
    await shares.nth(index).focus();
    await page.keyboard.press(key);
  };

  await press(0, 'Home');
  await expect(shares.nth(0)).toHaveAttribute('aria-valuetext', '0 %');
  await expect(well.getByRole('alert')).toHaveCount(0);
  await press(1, 'Home');
  await expect(well.getByRole('alert')).toHaveCount(1);
  await expect(well.getByRole('alert')).toContainText('At least one painting needs a share above 0');
  // It has sprung back to what the room has.
  await expect(shares.nth(1)).toHaveAttribute('aria-valuetext', '100 %');

  await press(0, 'ArrowRight');
  await expect(well.getByRole('alert')).toHaveCount(0);
});
