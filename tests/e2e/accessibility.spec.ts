import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    // Without transitions: colours that are still on their way to others have contrasts of their own.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing on the home page, in an empty room and beside a picture', async ({ page }) => {
      await page.goto(product.server.url);
      await page.getByRole('button', { name: 'Theme' }).click();
      await page.getByRole('menuitemradio', { name: 'As the system' }).click();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden();
      expect(await violations(page)).toEqual([]);

      const studio = new StudioPage(page);
      await studio.createRoom(product.server.url, 'Ada');
      await expect(page.getByLabel('Choose a content image')).toBeAttached();
      expect(await violations(page)).toEqual([]);

      await studio.upload('content', join(samples, 'house-cat.jpg'));
      await studio.upload('style', join(samples, 'kilim.jpg'));
      await studio.setNumber('Size', 96);
      await studio.setNumber('Iterations', 4);
      await page.getByRole('button', { name: 'Advanced' }).click();
      await page.getByRole('button', { name: 'Adam', exact: true }).click();
      await page
        .getByRole('group', { name: 'Starts from' })
        .getByRole('button', { name: 'Picture', exact: true })
        .click();
      await expect(page.getByRole('group', { name: 'picture to start from' })).toBeVisible();
      await page.getByRole('group', { name: 'Coarse to fine' }).getByRole('button', { name: 'Off' }).click();
      await expect(page.getByText('Has no effect while coarse to fine is off.')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await studio.press('Start');
      await studio.expectStatus('finished');
      await page.getByRole('group', { name: 'Curves of' }).getByRole('button', { name: 'Layers' }).click();
      expect(await violations(page)).toEqual([]);
    });
  });
}
