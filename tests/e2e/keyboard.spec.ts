import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { pressOn, tabTo, writeIn } from './by-keyboard';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const product = productForTests();
/** So large that the run does not come to its own end before the tab key has led through the page. */
const SIZE = 256;

test('the whole story can be told with the keyboard alone', async ({ page }) => {
  // Hundreds of steps of the tab key, each a message to the browser.
  test.slow();
  const studio = new StudioPage(page);
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  await test.step('a room is created, and entered with a name', async () => {
    await page.goto(product.server.url);
    await pressOn(page, button('Create a room'));
    await page.waitForURL(/\/r\/[\w-]+/);
    // The dialog has put the focus where one writes.
    await expect(page.getByLabel('Your name')).toBeFocused();
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
  });

  await test.step('a photograph and a painting are chosen from the samples', async () => {
    for (const [open, use, well] of [
      ['Sample photographs', 'Use Boats in a river, Nagasaki', 'Content'],
      ['Sample paintings', 'Use Marbled paper', 'Style'],
    ] as const) {
      await pressOn(page, button(open));
      await pressOn(page, page.getByRole('dialog').getByRole('button', { name: use }));
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByRole('region', { name: well, exact: true }).getByRole('img')).toBeVisible();
    }
  });

  await test.step('size and length are written in, and the run is started', async () => {
    await writeIn(page, page.getByRole('textbox', { name: 'Size', exact: true }), String(SIZE));
    await writeIn(page, page.getByRole('textbox', { name: 'Iterations', exact: true }), '3000');
    await pressOn(page, button('Start'));
    await studio.expectFrame(1);
  });

  await test.step('it is steered, paused, resumed and stopped', async () => {
    const style = page.getByRole('slider', { name: 'Style', exact: true });
    const before = await style.getAttribute('aria-valuenow');
    await pressOn(page, style, 'ArrowRight');
    await expect(style).not.toHaveAttribute('aria-valuenow', before!);
    await expect(page.getByTestId('curve').getByRole('button', { name: /Ada/ })).toBeVisible();
    await pressOn(page, button('Pause'));
    await studio.expectStatus('paused');
    await pressOn(page, button('Resume'));
    await studio.expectStatus('running');
    // Some way along which one can look back.
    await studio.expectFrame(12);
    await pressOn(page, button('Stop'));
    await studio.expectStatus('stopped');
  });

  await test.step('one looks back along it, and forks it there', async () => {
    await pressOn(page, page.getByRole('slider', { name: 'Moment of run 1' }), 'Home');
    await page.keyboard.press(']');
    await expect(page.getByTestId('moment-badge')).toContainText('Iteration 1 of');
    const picture = page.getByRole('region', { name: 'The picture', exact: true });
    await pressOn(page, picture.getByRole('button', { name: 'Fork run 1 at iteration 1' }));
    const form = page.getByRole('dialog', { name: 'Go on from here in another run' });
    await writeIn(page, form.getByRole('textbox', { name: 'Iterations to add' }), '4');
    await pressOn(page, form.getByRole('button', { name: 'Start the fork' }));
    await expect(form).toHaveCount(0);
    await expect(page.getByTestId('run-status')).toContainText('Run 2');
    await studio.expectStatus('finished');
  });

  await test.step('the result is downloaded', async () => {
    const link = page.getByRole('link', { name: 'Download PNG', exact: true });
    await tabTo(page, link);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const { format, width } = await sharp(await readFile(await download.path())).metadata();
    expect({ format, width }).toEqual({ format: 'png', width: SIZE });
  });
});
