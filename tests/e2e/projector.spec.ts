import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

test.use({ viewport: { width: 1920, height: 1080 }, contextOptions: { reducedMotion: 'reduce' } });

test('the projector shows picture, curve and people, and leaves the studio as it was', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'acanthus.jpg'));
  await studio.upload('style', join(samples, 'batik.jpg'));
  await studio.setNumber('Size', 96);
  await studio.setNumber('Iterations', 8);
  await studio.press('Start');
  await studio.expectStatus('finished');
  await studio.expectFrame(8);
  const small = await page.getByTestId('stage').boundingBox();
  await page.getByRole('button', { name: 'Advanced' }).click();

  await page.getByRole('group', { name: 'The run', exact: true }).focus();
  await page.keyboard.press('p');
  const projector = page.getByTestId('projector');
  await expect(projector).toBeVisible();
  await expect(page.getByTestId('projector-curve')).toBeVisible();
  await expect(projector.getByRole('region', { name: 'People' }).getByText('Ada')).toBeVisible();
  await expect(projector.getByText('/ 8')).toBeVisible();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Settings' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeHidden();

  await test.step('the picture is larger, and nothing has to be scrolled', async () => {
    const large = await page.getByTestId('stage').boundingBox();
    expect(large!.height).toBeGreaterThan(1.5 * small!.height);
    const overflow = await projector.evaluate((element) => element.scrollHeight - element.clientHeight);
    expect(overflow).toBeLessThanOrEqual(0);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('the watch link shows on request, and no other', async () => {
    await expect(page.getByTestId('projector-link')).toBeHidden();
    await page.getByRole('button', { name: 'Show the watch link' }).click();
    const shown = await page.getByTestId('projector-link').textContent();
    await page.getByRole('button', { name: 'Hide the link' }).click();
    await page.keyboard.press('Escape');
    await expect(projector).toBeHidden();
    expect(await studio.link('watch')).toBe(shown);
  });

  await test.step('what was open before is open again', async () => {
    await expect(page.getByRole('button', { name: 'Advanced' })).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByTestId('curve')).toBeVisible();
  });

  await test.step('a button enters and leaves it as well', async () => {
    await page.getByRole('button', { name: 'Projector: only picture, curve and people' }).click();
    await projector.getByRole('button', { name: 'Leave the projector' }).click();
    await expect(page.getByRole('banner')).toBeVisible();
  });
});
