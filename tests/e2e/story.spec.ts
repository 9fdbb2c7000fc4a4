import { join } from 'node:path';
import { expect, test, type Browser, type BrowserContextOptions } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const desktop = { viewport: { width: 1440, height: 900 } };

const product = productForTests();

/** A person with a browser of their own; what goes wrong in it is collected in `errors`. */
async function newPerson(
  browser: Browser,
  device: BrowserContextOptions,
  errors: string[],
): Promise<StudioPage> {
  const page = await (await browser.newContext(device)).newPage();
  page.on('pageerror', (error) => errors.push(String(error)));
  return new StudioPage(page);
}

test('two people at desks and one with a phone make a picture together, from the first link to the last download', async ({
  browser,
}) => {
  test.slow();
  const errors: string[] = [];
  const ada = await newPerson(browser, desktop, errors);
  const ben = await newPerson(browser, desktop, errors);
  const cleo = await newPerson(browser, phone, errors);

  await test.step('one makes the room, another brings the painting, a third only watches', async () => {
    await ada.createRoom(product.server.url, 'Ada');
    await ada.upload('content', join(samples, 'nagasaki-boats.jpg'));
    await ben.page.goto(await ada.link('edit'));
    await ben.sayName('Ben');
    await ben.upload('style', join(samples, 'marbled-paper.jpg'));
    await cleo.page.goto(await ada.link('watch'));
    await cleo.sayName('Cleo');
    await expect(cleo.page.getByRole('button', { name: 'Start', exact: true })).toBeDisabled();
    await expect(ada.page.getByRole('button', { name: /^3 people here/ })).toBeVisible();
  });

  await test.step('what one sets, the other starts, and all three watch', async () => {
    await ada.setNumber('Size', 256);
    await ada.setNumber('Iterations', 3000);
    await expect(ben.page.getByRole('textbox', { name: 'Iterations', exact: true })).toHaveValue('3000');
    await ben.press('Start');
    for (const person of [ada, ben, cleo]) await person.expectFrame(1);
  });

  await test.step('one steers, and the other sees who it was', async () => {
    const style = ben.page.getByRole('slider', { name: 'Style', exact: true });
    const before = await ada.page
      .getByRole('slider', { name: 'Style', exact: true })
      .getAttribute('aria-valuenow');
    await style.press('ArrowRight');
    await expect(ada.page.getByTestId('curve').getByRole('button', { name: /Ben/ })).toBeVisible();
    await expect(ada.page.getByRole('slider', { name: 'Style', exact: true })).not.toHaveAttribute(
      'aria-valuenow',
      before!,
    );
  });

  await test.step('the one with the phone says what they think of it', async () => {
    await cleo.page.getByRole('tab', { name: 'People' }).click();
    await cleo.page.getByRole('tab', { name: 'Messages' }).click();
    await cleo.page.getByRole('button', { name: 'React with 🔥' }).first().click();
    await ada.page.getByRole('button', { name: /^3 people here/ }).click();
    await ada.page.getByRole('tab', { name: /Messages/ }).click();
    await expect(ada.page.getByRole('log').getByRole('button', { name: '🔥 by Cleo' })).toBeVisible();
    await ada.page.getByRole('button', { name: 'Close', exact: true }).click();
  });

  await test.step('one holds it and lets it go on, the other ends it, and all three have the same picture', async () => {
    await ada.press('Pause');
    for (const person of [ben, cleo]) await person.expectStatus('paused');
    await ben.press('Resume');
    await ada.expectStatus('running');
    await ada.expectFrame(12);
    await ben.press('Stop');
    for (const person of [ada, ben, cleo]) await person.expectStatus('stopped');
    const iterations = () =>
      Promise.all(
        [ada, ben, cleo].map(({ page }) => page.getByTestId('stage').getAttribute('data-iteration')),
      );
    await expect.poll(async () => new Set(await iterations()).size).toBe(1);
  });

  await test.step('a moment of it is gone on from, with less time and in another size', async () => {
    await ada.setNumber('Size', 96);
    await ada.page.getByRole('slider', { name: 'Moment of run 1' }).press('Home');
    await ada.page.keyboard.press(']');
    await ada.page
      .getByRole('region', { name: 'The picture', exact: true })
      .getByRole('button', { name: 'Fork run 1 at iteration 1' })
      .click();
    const form = ada.page.getByRole('dialog', { name: 'Go on from here in another run' });
    await form.getByRole('textbox', { name: 'Iterations to add' }).fill('4');
    await form.getByRole('button', { name: 'Start the fork' }).click();
    for (const person of [ada, ben, cleo]) {
      await expect(person.page.getByTestId('run-status')).toContainText('Run 2');
      await person.expectStatus('finished');
    }
  });

  await test.step('each takes the result away', async () => {
    for (const { page } of [ada, ben, cleo]) {
      const downloading = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download PNG', exact: true }).first().click();
      expect((await downloading).suggestedFilename()).toMatch(/\.png$/);
    }
  });

  expect(errors).toEqual([]);
});
