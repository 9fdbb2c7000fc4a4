import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { violations } from './axe';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

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

    test('axe finds nothing in menus and dialogs, in Chinese, and where there is nothing', async ({
      page,
    }) => {
      await page.context().addCookies([{ name: 'theme', value: 'system', url: product.server.url }]);
      for (const address of ['/nothing-here', '/r/x', '/r/room-00000001']) {
        await page.goto(product.server.url + address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        expect.soft(await violations(page), address).toEqual([]);
      }
      await page.goto(product.server.url);
      await page.getByRole('button', { name: 'Create a room' }).click();
      await expect(page.getByLabel('Your name')).toBeVisible();
      expect.soft(await violations(page), 'the question for a name').toEqual([]);
      await new StudioPage(page).sayName('Ada');
      await expect(page.getByLabel('Choose a content image')).toBeAttached();

      const popups = page.getByRole('dialog').or(page.getByRole('menu'));
      for (const popup of ['Sample photographs', 'Copy link', 'Room menu', 'Language', 'Theme']) {
        await page.getByRole('button', { name: popup, exact: true }).click();
        await expect(popups.first()).toBeVisible();
        expect.soft(await violations(page), popup).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(popups).toHaveCount(0);
      }
      for (const item of ['Rename the room…', 'Delete the room…']) {
        await page.getByRole('button', { name: 'Room menu', exact: true }).click();
        await page.getByRole('menuitem', { name: item }).click();
        await expect(page.getByRole('textbox').last()).toBeVisible();
        expect.soft(await violations(page), item).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(popups).toHaveCount(0);
      }

      await page.getByRole('button', { name: 'Language' }).click();
      await page.getByRole('menuitemradio', { name: '简体中文' }).click();
      await expect(page.getByRole('button', { name: '开始', exact: true })).toBeVisible();
      await expect(popups).toHaveCount(0);
      expect.soft(await violations(page), 'in Chinese').toEqual([]);
    });
  });
}
