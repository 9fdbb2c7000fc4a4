import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

const preset = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

/** A room with two pictures, small enough to be painted in seconds. */
async function preparedRoom(page: Page): Promise<StudioPage> {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'wheat-sky.jpg'));
  return studio;
}

test('a preset and a colour mode that one chooses are what the other sees', async ({ page, browser }) => {
  const ada = await preparedRoom(page);
  const context = await browser.newContext();
  const ben = new StudioPage(await context.newPage());
  await ben.page.goto(await ada.link('watch'));
  await ben.sayName('Ben');

  await expect(preset(ben.page, 'Balanced')).toHaveAttribute('aria-pressed', 'true');
  await preset(page, 'Quick sketch').click();
  for (const studio of [ada, ben]) {
    await expect(preset(studio.page, 'Quick sketch')).toHaveAttribute('aria-pressed', 'true');
    await expect(preset(studio.page, 'Balanced')).toHaveAttribute('aria-pressed', 'false');
    await expect(studio.page.getByRole('textbox', { name: 'Size', exact: true })).toHaveValue('256');
  }
  await expect(preset(ben.page, 'Balanced')).toBeDisabled();

  await group(page, 'Colour').getByRole('button', { name: 'Photograph' }).click();
  await expect(group(ben.page, 'Colour').getByRole('button', { name: 'Photograph' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await context.close();
});

test('a preset that the network cannot do says why to the keyboard, and does nothing', async ({ page }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await page.getByRole('combobox', { name: 'Network' }).click();
  await page.getByRole('option', { name: /compact/i }).click();
  const textbook = preset(page, 'Textbook');
  await expect(textbook).toHaveAttribute('aria-disabled', 'true');
  await textbook.focus();
  await expect(textbook).toBeFocused();
  await expect(textbook).toHaveAccessibleDescription(/Choose VGG-19/);
  await page.keyboard.press('Enter');
  await expect(preset(page, 'Balanced')).toHaveAttribute('aria-pressed', 'true');
});

test('what a run will take is said before it starts, and what pulls while it runs', async ({ page }) => {
  const studio = await preparedRoom(page);
  await studio.setNumber('Size', 128);
  await studio.setNumber('Iterations', 40);
  await expect(page.getByTestId('forecast')).toContainText(/about .+ · \d+\.\d GB/);

  await studio.press('Start');
  await expect(page.getByTestId('shares-style')).toContainText('% of the pull');
  await expect(page.getByTestId('shares-style')).toContainText('% of the loss');
  await studio.expectStatus('finished');

  await test.step('the curves can be told apart by layers', async () => {
    await group(page, 'Curves of').getByRole('button', { name: 'Layers' }).click();
    await expect(page.getByRole('button', { name: 'Show Style block1_conv1' })).toBeVisible();
    await page.getByRole('button', { name: 'Advanced' }).click();
    await expect(
      group(page, 'Style is read at')
        .getByText(/^(<1|\d+) %$/)
        .first(),
    ).toBeVisible();
  });
});

test('what would help is said of a run, and one click does it', async ({ page }) => {
  const studio = await preparedRoom(page);
  await studio.setNumber('Size', 64);
  await studio.setNumber('Iterations', 80);
  const typed = (name: string) => page.getByRole('textbox', { name: `${name}, as a number`, exact: true });
  for (const [name, weight] of [
    ['Content', '50'],
    ['Style', '0.01'],
  ] as const) {
    await typed(name).fill(weight);
    await typed(name).press('Enter');
  }
  await page.getByRole('button', { name: 'Advanced' }).click();
  await group(page, 'Starts from').getByRole('button', { name: 'Noise' }).click();

  await studio.press('Start');
  await studio.expectStatus('finished');
  const advice = page.locator('[data-testid=advice][data-code=content-dominates]');
  await expect(advice).toContainText('Raise the style weight to 0.02.');
  await advice.getByRole('button', { name: /^Apply/ }).click();
  await expect(typed('Style')).toHaveValue('0.02');
  await expect(advice).toBeHidden();
});

test('a size that cannot fit is refused before the start, with one that can', async ({ page }) => {
  const studio = await preparedRoom(page);
  const forecast = page.getByTestId('forecast');
  await expect(forecast).toContainText('GB');
  await studio.setNumber('Size', 2048);
  const use = forecast.getByRole('button', { name: /^Use \d+ px$/ });
  // Whether 2048 px fits depends on the machine: the page has to be right on either.
  await expect(use.or(forecast.getByText(/^Forecast: about \d+ (h|min)|about \d+ (h|min)/))).toBeVisible();
  if (!(await use.isVisible())) return;
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
  await use.click();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeEnabled();
});
