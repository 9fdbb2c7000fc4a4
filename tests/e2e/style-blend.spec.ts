import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

/** A room with these paintings, each called like its file. */
async function roomWith(page: Page, files: readonly string[]): Promise<Locator> {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const well = page.getByRole('region', { name: 'Style', exact: true });
  for (const [index, file] of files.entries()) {
    await page.getByLabel('Choose a style image').setInputFiles(join(samples, file));
    await page.getByRole('button', { name: 'Use picture' }).click();
    await expect(well.getByRole('figure')).toHaveCount(index + 1);
  }
  return well;
}

const share = (well: Locator, file: string) =>
  well.getByRole('textbox', { name: `Share of ${file}, in per cent` });

test('the borders of the blend are moved by keys and by the pointer, and the parts stay a whole', async ({
  page,
}) => {
  const well = await roomWith(page, ['marbled-paper.jpg', 'batik.jpg', 'kilim.jpg']);
  const border = well.getByRole('slider', { name: 'Between marbled-paper.jpg and batik.jpg' });
  await expect(border).toHaveAttribute('aria-valuetext', '33 %, 33 %');
  await border.focus();
  await page.keyboard.press('Home');
  await expect(border).toHaveAttribute('aria-valuetext', '0 %, 67 %');
  await page.keyboard.press('PageUp');
  await expect(border).toHaveAttribute('aria-valuetext', '10 %, 57 %');
  await expect(share(well, 'kilim.jpg')).toHaveValue('33 %');

  const second = well.getByRole('slider', { name: 'Between batik.jpg and kilim.jpg' });
  const thumb = (await second.boundingBox())!;
  const bar = (await well.getByRole('group', { name: 'Blend of the paintings' }).boundingBox())!;
  await page.mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
  await page.mouse.down();
  await page.mouse.move(bar.x + bar.width * 0.4, bar.y + bar.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(share(well, 'marbled-paper.jpg')).toHaveValue('10 %');
  await expect(share(well, 'kilim.jpg')).toHaveValue(/^(59|60|61) %$/);

  await second.focus();
  await page.keyboard.press('Delete');
  for (const file of ['marbled-paper.jpg', 'batik.jpg', 'kilim.jpg']) {
    await expect(share(well, file)).toHaveValue('33 %');
  }
});

test('a part that is typed is what the room has, and the others share the rest', async ({ page }) => {
  const well = await roomWith(page, ['marbled-paper.jpg', 'batik.jpg', 'kilim.jpg']);
  await share(well, 'batik.jpg').fill('50');
  await share(well, 'batik.jpg').press('Enter');
  await expect(share(well, 'batik.jpg')).toHaveValue('50 %');
  await expect(share(well, 'kilim.jpg')).toHaveValue('25 %');
  await share(well, 'kilim.jpg').press('ArrowUp');
  await expect(share(well, 'kilim.jpg')).toHaveValue('26 %');
  await page.reload();
  await expect(share(well, 'kilim.jpg')).toHaveValue('26 %');
  await expect(well.getByRole('alert')).toHaveCount(0);
});

test('paintings are put in order by keys and by dragging', async ({ page }) => {
  const well = await roomWith(page, ['marbled-paper.jpg', 'batik.jpg', 'kilim.jpg']);
  const order = () => well.getByRole('listitem').locator('figcaption > span:first-child').allTextContents();
  const handle = (file: string) => well.getByRole('button', { name: `Move ${file}`, exact: true });

  await handle('kilim.jpg').focus();
  await page.keyboard.press('ArrowUp');
  await expect.poll(order).toEqual(['marbled-paper.jpg', 'kilim.jpg', 'batik.jpg']);
  await expect(well.getByRole('status')).toHaveText('kilim.jpg is number 2 of 3 now.');
  await expect(handle('kilim.jpg')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect.poll(order).toEqual(['kilim.jpg', 'marbled-paper.jpg', 'batik.jpg']);

  const from = (await handle('kilim.jpg').boundingBox())!;
  const last = (await handle('batik.jpg').boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + last.height * 0.9, { steps: 6 });
  await page.mouse.up();
  await expect.poll(order).toEqual(['marbled-paper.jpg', 'batik.jpg', 'kilim.jpg']);
});
