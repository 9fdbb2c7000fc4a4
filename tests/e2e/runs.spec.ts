import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

// Without transitions: colours that are still on their way to others have contrasts of their own.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Runs', exact: true });
const lines = (page: Page): Locator => panel(page).getByRole('listitem');

async function name(page: Page, run: number, text: string): Promise<void> {
  await page
    .getByRole('button', { name: `Name run ${run}` })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: `Name run ${run}` });
  await dialog.getByRole('textbox', { name: 'Name of the run' }).fill(text);
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
}

test('a run is named and starred; others see both, its page and its file carry the name, and the tree shows favourites only', async ({
  page,
  browser,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  await studio.setNumber('Size', 64);
  await studio.setNumber('Iterations', 2);
  for (let run = 1; run <= 5; run += 1) {
    await studio.press('Start');
    await expect(lines(page)).toHaveCount(run);
    await expect(
      lines(page)
        .first()
        .getByRole('link', { name: /^Download the PNG/ }),
    ).toBeVisible({
      timeout: 60_000,
    });
  }
  await expect(panel(page).getByRole('button', { name: 'Favourites only' })).toHaveCount(0);

  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(await studio.link('watch'));
  await new StudioPage(other).sayName('Ben');

  await lines(page).nth(3).getByRole('button', { name: 'Show run 2' }).click();
  await name(page, 2, '  Blue hour ');
  await panel(page).getByRole('button', { name: 'Mark run 2 as a favourite' }).press('Enter');
  for (const one of [page, other]) {
    const line = lines(one).nth(3);
    await expect(line.getByRole('button', { name: 'Show run 2, Blue hour' })).toBeVisible();
    await expect(line).toContainText('Run 2 · Finished');
  }
  await expect(page.getByTestId('run-status')).toContainText('Blue hour');
  await expect(lines(other).nth(3).getByRole('img', { name: 'A favourite of this room' })).toBeVisible();
  await expect(panel(other).getByRole('button', { name: 'Name run 2' })).toHaveCount(0);

  const filter = panel(page).getByRole('button', { name: 'Favourites only' });
  await filter.press('Enter');
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  await expect(lines(page)).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).include('section[aria-label="Runs"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const download = page.waitForEvent('download');
  await panel(page).getByRole('link', { name: 'Download the PNG of run 2' }).click();
  expect((await download).suggestedFilename()).toBe('atelier-2-Blue-hour.png');

  const run = await lines(page).first().getAttribute('data-run');
  await page.goto(`${page.url()}/run/${run}`);
  await expect(page.getByRole('heading', { name: 'Blue hour' })).toBeVisible();
  await expect(page).toHaveTitle('Blue hour · Untitled room · Atelier');
  await name(page, 2, ' ');
  await expect(page.getByRole('heading', { name: 'Run 2', exact: true })).toBeVisible();
  await expect(lines(other).nth(3).getByRole('button', { name: 'Show run 2', exact: true })).toBeVisible();
  await context.close();
});
