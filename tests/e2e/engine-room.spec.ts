import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startProduct, type ProductServer } from '../support/e2e-server';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

let server: ProductServer;

test.beforeAll(async () => {
  server = await startProduct();
});
test.afterAll(async () => {
  await server.discard();
});

const preset = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const group = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

/** A room with two pictures, small enough to be painted in seconds. */
async function preparedRoom(page: Page): Promise<StudioPage> {
  const studio = new StudioPage(page);
  await studio.createRoom(server.url, 'Ada');
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
  await studio.createRoom(server.url, 'Ada');
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

test('what a run will take is said before it starts, what pulls while it runs, and what would help after it', async ({
  page,
}) => {
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
    await expect(group(page, 'Style is read at').getByText('% of the loss').first()).toBeVisible();
  });

  await test.step('advice, where there is some, is applied by its button', async () => {
    const advice = page.getByTestId('advice');
    const code = (await advice.count()) > 0 ? await advice.getAttribute('data-code') : null;
    test.info().annotations.push({ type: 'advice', description: code ?? 'none was shown' });
    if (code === null) return;
    const button = advice.getByRole('button', { name: /^(Apply|Add)/ });
    const more = /^Add (\d+)/.exec(await button.innerText())?.[1];
    await button.click();
    if (more) await expect(page.getByTestId('run-status')).toContainText(`/ ${40 + Number(more)}`);
    else await expect(page.locator(`[data-testid=advice][data-code=${code}]`)).toBeHidden();
  });
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
