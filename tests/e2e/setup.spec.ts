import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

const typed = (page: Page, name: string) =>
  page.getByRole('textbox', { name: `${name}, as a number`, exact: true });

/** Does to `selector`, or to whatever has the focus, what a browser does when a picture is pasted or dropped there. */
async function give(page: Page, how: 'paste' | 'drop', file: string, selector = 'body'): Promise<void> {
  const base64 = (await readFile(join(samples, file))).toString('base64');
  await page.locator(selector).evaluate(
    (element, { how, base64, file }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], file, { type: 'image/jpeg' }));
      const options = { bubbles: true, cancelable: true };
      if (how === 'paste') {
        element.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: data }));
        return;
      }
      for (const type of ['dragenter', 'dragover', 'drop']) {
        element.dispatchEvent(new DragEvent(type, { ...options, dataTransfer: data }));
      }
    },
    { how, base64, file },
  );
}

test('a weight is moved, typed and stepped, and finds back by key, double click and button', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const slider = page.getByRole('slider', { name: 'Smoothness', exact: true });
  const box = typed(page, 'Smoothness');
  const back = page.getByRole('button', { name: 'Smoothness: back to 1' });
  await expect(box).toHaveValue('1');
  await expect(back).toHaveCount(0);

  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(box).toHaveValue('1.06');
  await box.press('ArrowUp');
  await expect(box).toHaveValue('1.12');
  await slider.press('Delete');
  await expect(box).toHaveValue('1');

  await slider.press('Home');
  await expect(box).toHaveValue('off');
  await back.click();
  await expect(box).toHaveValue('1');
  await expect(back).toHaveCount(0);

  await box.fill('7,5');
  await box.press('Enter');
  await expect(box).toHaveValue('7.5');
  await slider.locator('xpath=..').dblclick();
  await expect(box).toHaveValue('1');
});

test('what a setting does is told on the keyboard, and unfolds for a finger', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const help = page.getByRole('button', { name: 'About Style', exact: true });
  const text = page.locator('#hint-styleWeight p');
  await expect(typed(page, 'Style')).toHaveAccessibleDescription('How strongly the painting’s hand shows.');
  await help.press('Enter');
  await expect(help).toHaveAttribute('aria-expanded', 'true');
  await expect(text).not.toHaveClass(/sr-only/);
});

test('what has no effect is not to be moved, and says why', async ({ page, browser }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await page.getByRole('button', { name: 'Advanced' }).click();
  const rate = page.getByRole('textbox', { name: 'Learning rate', exact: true });
  await expect(rate).toBeDisabled();
  await expect(rate).toHaveAccessibleDescription(/Choose Adam/);
  await page.getByRole('group', { name: 'Optimiser' }).getByRole('button', { name: 'Adam' }).click();
  await expect(rate).toBeEnabled();

  const context = await browser.newContext();
  const ben = new StudioPage(await context.newPage());
  await ben.page.goto(await studio.link('watch'));
  await ben.sayName('Ben');
  await expect(ben.page.getByRole('slider', { name: 'Style', exact: true })).toBeDisabled();
  await expect(ben.page.getByText('You are watching: settings are changed by those')).toBeVisible();
  await context.close();
});

test('every preset has a picture of what it does', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const pictures = page.getByRole('group', { name: 'Presets' }).locator('img');
  await expect(pictures).toHaveCount(6);
  await expect
    .poll(() => pictures.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)))
    .toEqual(Array(6).fill(288));
});

test('a picture that is pasted or dropped goes to the place under it, else to where one is missing', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const use = page.getByRole('button', { name: 'Use picture' });
  const pictures = (well: string) =>
    page.getByRole('region', { name: well, exact: true }).getByRole('figure');

  await expect(page.getByRole('region', { name: 'Content', exact: true })).toBeVisible();

  await test.step('pasted anywhere, while there is no photograph', async () => {
    await give(page, 'paste', 'acanthus.jpg');
    await use.click();
    await expect(pictures('Content')).toHaveCount(1);
  });
  await test.step('dropped beside every place, once there is one', async () => {
    await give(page, 'drop', 'batik.jpg', 'header');
    await use.click();
    await expect(pictures('Style')).toHaveCount(1);
  });
  await test.step('dropped on the well of the photograph', async () => {
    await give(page, 'drop', 'airplane.jpg', '[data-well=content]');
    await use.click();
    await expect(pictures('Content').getByRole('img', { name: 'airplane.jpg' })).toBeVisible();
    await expect(pictures('Style')).toHaveCount(1);
  });
});

test('the photograph is taken away again, and what needs one says so', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'airplane.jpg'));
  await studio.upload('style', join(samples, 'batik.jpg'));
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(start).toBeEnabled();
  const well = page.getByRole('region', { name: 'Content', exact: true });
  await well.getByRole('button', { name: 'Remove airplane.jpg' }).press('Enter');
  await expect(well.getByRole('figure')).toHaveCount(0);
  await expect(well).toBeFocused();
  await expect(well.getByText('Drop, paste or choose a picture')).toBeVisible();
  await expect(start).toBeDisabled();
  await expect(page.getByText('Choose a photograph first.')).toBeVisible();
});

test('a phone offers its camera, a desk does not', async ({ page, browser }) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const phone = new StudioPage(await context.newPage());
  await phone.createRoom(product.server.url, 'Ada');
  await expect(phone.page.getByText('Camera', { exact: true })).toHaveCount(2);
  await expect(phone.page.getByText('Camera', { exact: true }).first()).toBeVisible();
  await expect(phone.page.getByLabel('Photograph a content image')).toHaveAttribute('capture', 'environment');

  const desk = new StudioPage(page);
  await desk.createRoom(product.server.url, 'Ben');
  await expect(page.getByLabel('Choose a content image')).toBeAttached();
  await expect(page.getByText('Camera', { exact: true }).first()).toBeHidden();
  await context.close();
});
