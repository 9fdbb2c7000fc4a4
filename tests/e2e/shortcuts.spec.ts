import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

test('keys steer the run, but not while somebody types, answers a dialog or is on a button', async ({
  page,
}) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'acanthus.jpg'));
  await studio.upload('style', join(samples, 'batik.jpg'));
  await studio.setNumber('Size', 256);
  await studio.setNumber('Iterations', 2900);
  await studio.press('Start');
  await studio.expectFrame(1);

  await test.step('space pauses and goes on, once a press', async () => {
    await page.getByRole('group', { name: 'The run', exact: true }).focus();
    await page.keyboard.press('Space');
    await studio.expectStatus('paused');
    await page.keyboard.press('Space');
    await studio.expectStatus('running');
  });

  await test.step('on a button space presses it, and nothing else', async () => {
    await page.getByRole('button', { name: 'Pause', exact: true }).focus();
    await page.keyboard.press('Space');
    await studio.expectStatus('paused');
    await page.getByRole('button', { name: 'Help and keyboard' }).focus();
    await page.keyboard.press('Space');
    await expect(page.getByRole('dialog', { name: 'How it works' })).toBeVisible();
    await expect(page.getByTestId('run-status')).toHaveAttribute('data-status', 'paused');
  });

  await test.step('in a dialog keys are the dialog’s', async () => {
    await page.keyboard.press('p');
    await expect(page.getByTestId('projector')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('in a text keys are letters', async () => {
    await page.getByRole('textbox', { name: 'Iterations', exact: true }).focus();
    await page.keyboard.press('?');
    await page.keyboard.press('p');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByTestId('projector')).toBeHidden();
  });

  await test.step('a question mark lists them, by name and by key', async () => {
    await page.getByRole('group', { name: 'The run', exact: true }).focus();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'How it works' });
    await expect(help.getByText('Pause, or go on')).toBeVisible();
    await expect(help.getByText('Space', { exact: true })).toBeVisible();
    await help.getByRole('button', { name: 'Close' }).click();
    await expect(help).toBeHidden();
  });

  await test.step('the state of the run is there to be read out, its iterations are not', async () => {
    await expect(page.getByTestId('announcer')).toHaveText('Run 1: Paused');
    await studio.press('Resume');
    await expect(page.getByTestId('announcer')).toHaveText('Run 1: Painting');
    await studio.press('Stop');
    await expect(page.getByTestId('announcer')).toHaveText('Run 1: Stopped');
  });
});

test('keys change nothing for who only watches', async ({ page, browser }) => {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  const link = await studio.link('watch');
  await studio.upload('content', join(samples, 'acanthus.jpg'));
  await studio.upload('style', join(samples, 'batik.jpg'));
  await studio.setNumber('Size', 256);
  await studio.setNumber('Iterations', 2900);
  await studio.press('Start');
  const ben = new StudioPage(await (await browser.newContext()).newPage());
  await ben.page.goto(link);
  await ben.sayName('Ben');
  await ben.expectStatus('running');
  const before = await ben.page.getByTestId('stage').getAttribute('data-iteration');
  await ben.page.keyboard.press('Space');
  await ben.expectFrame(Number(before) + 3);
  await expect(ben.page.getByTestId('run-status')).toHaveAttribute('data-status', 'running');
  await studio.press('Stop');
  // What somebody else did is said in the corner; what one did oneself is not.
  await expect(ben.page.getByText('Ada stopped run 1')).toBeVisible();
  await expect(page.getByText('Ada stopped run 1')).toBeHidden();
});
