import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { closeDialog, openings, paintIn } from './openings';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const product = productForTests();

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    // Without transitions: colours that are still on their way to others have contrasts of their own.
    test.use({
      colorScheme,
      viewport: { width: 1440, height: 900 },
      contextOptions: { reducedMotion: 'reduce' },
    });

    test('axe finds nothing in what can be opened beside a run, nor on its page', async ({ page }) => {
      await page.context().addCookies([{ name: 'theme', value: 'system', url: product.server.url }]);
      const studio = new StudioPage(page);
      await studio.createRoom(product.server.url, 'Ada');
      await paintIn(studio);
      for (const { what, open } of openings) {
        await open(page);
        await expect(page.getByRole('dialog').first()).toBeVisible();
        expect.soft(await violations(page), what).toEqual([]);
        if (what === 'people') {
          for (const tab of ['Activity', 'Messages']) {
            await page.getByRole('dialog').getByRole('tab', { name: tab }).click();
            expect.soft(await violations(page), tab).toEqual([]);
          }
        }
        await closeDialog(page);
      }
      await page.keyboard.press('p');
      await expect(page.getByRole('button', { name: 'Leave the projector' })).toBeAttached();
      expect.soft(await violations(page), 'projector').toEqual([]);
      await page.keyboard.press('Escape');

      const href = await page.locator('a[href*="/run/"]').first().getAttribute('href');
      await page.goto(product.server.url + href!);
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
      expect.soft(await violations(page), 'page of the run').toEqual([]);
    });
  });
}
