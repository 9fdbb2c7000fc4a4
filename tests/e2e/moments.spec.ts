import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

const moments = (page: Page) => page.getByRole('slider', { name: 'Moment of run 1' });
const shownMoment = (page: Page) => page.getByTestId('moment').locator('img');

/** A room with a run that has ended, small and short. */
async function paintedRoom(page: Page, iterations: number): Promise<StudioPage> {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  await studio.setNumber('Size', 128);
  await studio.setNumber('Iterations', iterations);
  await studio.press('Start');
  await studio.expectStatus('finished');
  return studio;
}

test('one looks back along a run by keys, on its own page alone, and comes back', async ({
  page,
  browser,
}) => {
  const studio = await paintedRoom(page, 12);
  const ben = new StudioPage(await (await browser.newContext()).newPage());
  await ben.page.goto(await studio.link('edit'));
  await ben.sayName('Ben');

  await moments(page).press('Home');
  await moments(page).press('ArrowRight');
  await expect(page.getByTestId('moment-badge')).toHaveText('Iteration 1 of 12 · Run 1');
  await expect(shownMoment(page)).toHaveAttribute('data-iteration', '1');
  await expect(shownMoment(page)).toHaveAttribute('data-whole', 'true');
  await page.keyboard.press(']');
  await expect(page.getByTestId('moment-badge')).toHaveText('Iteration 2 of 12 · Run 1');
  await expect(ben.page.getByTestId('stage')).toBeVisible();
  await expect(ben.page.getByTestId('moment')).toHaveCount(0);

  await moments(page).press('End');
  await expect(page.getByTestId('moment')).toHaveCount(0);
});

test('the link to a moment opens it on the page of its run, also where only one near it is kept', async ({
  page,
}) => {
  await paintedRoom(page, 12);
  await moments(page).press('Home');
  await page.keyboard.press(']');
  await page.getByRole('button', { name: 'Share this moment' }).click();
  const link = await page.getByLabel('Link to this moment', { exact: true }).inputValue();
  const address = new URL(new URL(link).pathname + new URL(link).search, product.server.url);

  await page.goto(address.href);
  await expect(page.getByRole('heading', { name: 'Run 1' })).toBeVisible();
  await expect(shownMoment(page)).toHaveAttribute('data-iteration', '1');

  address.searchParams.set('at', '4000');
  await page.goto(address.href);
  await expect(page.getByText('Iteration 4000 is not kept.')).toBeVisible();
  await expect(shownMoment(page)).toHaveAttribute('data-iteration', '12');

  // The address follows what is looked at, and the room opens there.
  await moments(page).press('Home');
  await expect(page).toHaveURL(/at=0$/);
  await page.getByRole('link', { name: 'Open in the room' }).click();
  await expect(page).toHaveURL(/\/r\/[\w-]+$/);
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Run 1' })).toBeVisible();

  await page.goto(address.href.replace(/run\/[^?]+/, 'run/no-such-run-1'));
  await expect(page.getByRole('heading', { name: 'There is no such run in this room' })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the room' }).click();
  await expect(page.getByTestId('stage')).toBeVisible();
});

test('an owner publishes a result, and anybody sees it until it is private again', async ({
  page,
  request,
}) => {
  await paintedRoom(page, 3);
  await page.getByRole('link', { name: 'About this run' }).click();
  await page.getByRole('button', { name: 'Publish the result' }).click();
  const see = page.getByRole('link', { name: 'See what is public' });
  const address = new URL((await see.getAttribute('href'))!, product.server.url).href;
  expect((await request.get(address)).status()).toBe(200);
  await page.getByRole('button', { name: 'Make it private again' }).click();
  await expect(see).toHaveCount(0);
  expect((await request.get(address)).status()).toBe(404);
});

test('a time-lapse is made of a run and can be watched', async ({ page }) => {
  await paintedRoom(page, 12);
  await page.getByRole('link', { name: 'About this run' }).click();
  await page.getByRole('button', { name: 'Make the time-lapse' }).click();
  const film = page.getByLabel('Time-lapse of run 1');
  await expect(film).toBeVisible({ timeout: 60_000 });
  await expect
    .poll(() => film.evaluate((video: HTMLVideoElement) => video.duration), { timeout: 30_000 })
    .toBeGreaterThan(0);
});

test('a picture of ours gives a room its settings back, and is no painting for that', async ({
  page,
}, info) => {
  const studio = await paintedRoom(page, 3);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download PNG', exact: true }).click();
  const file = info.outputPath('made.png');
  await writeFile(file, await readFile(await (await download).path()));
  await studio.setNumber('Iterations', 77);
  await studio.setNumber('Size', 256);

  const number = (label: string) => page.getByRole('textbox', { name: label, exact: true });
  await page.getByLabel('Choose a style image').setInputFiles(file);
  const dialog = page.getByRole('dialog', { name: 'Made with Atelier' });
  await expect(dialog).toContainText('made.png');
  await dialog.getByRole('button', { name: 'Use its settings' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(number('Iterations')).toHaveValue('3');
  await expect(number('Size')).toHaveValue('128');
  // It was not put in as a painting.
  await expect(page.getByRole('region', { name: 'Style', exact: true }).getByRole('img')).toHaveCount(1);
});
