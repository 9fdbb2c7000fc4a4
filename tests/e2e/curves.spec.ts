import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

// Without transitions: colours that are still on their way to others have contrasts of their own.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const curveOf = (page: Page): Locator => page.getByTestId('curve');
const card = (page: Page): Locator => page.getByTestId('reading-card');
const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Read the curve' });

/** A room with a run of two scales that has ended, which Ada has steered on its way. */
async function steeredRoom(page: Page): Promise<StudioPage> {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  await studio.setNumber('Size', 256);
  // More than any machine computes until somebody has steered it.
  await studio.setNumber('Iterations', 3000);
  await studio.press('Start');
  await studio.expectFrame(6);
  await page.getByRole('slider', { name: 'Style', exact: true }).press('ArrowRight');
  await expect(
    curveOf(page).getByRole('button', { name: /^Ada at iteration \d+: style 1 → / }),
  ).toBeVisible();
  await studio.expectCurve(12);
  await studio.press('Stop');
  await studio.expectStatus('stopped');
  return studio;
}

/** A place on the curves, as a fraction of their width. */
async function placeOnCurve(page: Page, share: number): Promise<{ x: number; y: number }> {
  const box = await curveOf(page).locator('.u-over').boundingBox();
  return { x: box!.x + box!.width * share, y: box!.y + box!.height / 2 };
}

test('the curve is read with the mouse beside the picture of that moment, and pressing it goes there', async ({
  page,
}) => {
  await steeredRoom(page);
  const legend = curveOf(page).getByRole('group', { name: 'Curves', exact: true });
  const total = legend.getByRole('button', { name: 'Show Total' });
  const atTheEnd = await total.textContent();

  const { x, y } = await placeOnCurve(page, 0);
  await page.mouse.move(x, y);
  await expect(card(page)).toContainText('Iteration 0');
  await expect(card(page)).toHaveAttribute('data-picture', '0');
  const picture = card(page).locator('img');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await expect(total).not.toHaveText(atTheEnd!);

  await page.mouse.click(x, y);
  await expect(page.getByTestId('moment-badge')).toContainText('Iteration 0 of');
  await expect(page.getByTestId('playhead')).toBeVisible();

  await page.mouse.move(0, 0);
  await expect(card(page)).toHaveCount(0);
  await expect(total).toHaveText(atTheEnd!);

  // At its end it is what everybody sees.
  const end = await placeOnCurve(page, 1);
  await page.mouse.click(end.x - 1, end.y);
  await expect(page.getByTestId('moment-badge')).toHaveCount(0);
});

test('the curve is read by keys, which say what it says, and Enter goes there', async ({ page }) => {
  await steeredRoom(page);
  await slider(page).focus();
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '0');
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    /^Iteration 0: Total [\d.e-]+, Content [\d.e-]+, Style [\d.e-]+, Smoothness [\d.e-]+$/,
  );
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '1');
  await expect(card(page)).toContainText('Iteration 1');

  // What is not shown is not read out.
  await curveOf(page).getByRole('button', { name: 'Show Style' }).click();
  await expect(slider(page)).not.toHaveAttribute('aria-valuetext', /Style/);

  await slider(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('moment-badge')).toContainText('Iteration 0 of');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
});

test('the curve is smoothed, put on another axis, and taken away as values, steering and picture', async ({
  page,
}) => {
  await steeredRoom(page);
  const curve = curveOf(page);
  const open = curve.getByRole('button', { name: 'How the curves are drawn' });
  await open.click();
  const options = page.getByRole('dialog', { name: 'How the curves are drawn' });
  await options.getByRole('slider', { name: 'Smoothing' }).fill('0.8');
  await expect(curve).toHaveAttribute('data-smoothing', '0.8');
  await options.getByRole('button', { name: 'Linear' }).click();
  await expect(options.getByRole('button', { name: 'Linear' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await curve.getByRole('button', { name: 'Show Style' }).click();

  // It is as somebody wants it, also after a reload.
  await page.reload();
  await expect(curve).toHaveAttribute('data-smoothing', '0.8');
  const style = curve.getByRole('button', { name: 'Show Style' });
  await expect(style).toHaveAttribute('aria-pressed', 'false');
  await style.click();
  await open.click();
  await expect(options.getByRole('button', { name: 'Linear' })).toHaveAttribute('aria-pressed', 'true');
  await options.getByRole('slider', { name: 'Smoothing' }).dblclick();
  await expect(curve).toHaveAttribute('data-smoothing', '0');
  await page.keyboard.press('Escape');

  const points = Number(await curve.getAttribute('data-points'));
  const values = (await readFile(await saved(page, /^Values/, 'run-1-loss.csv'), 'utf8'))
    .trimEnd()
    .split('\r\n');
  expect(values).toHaveLength(points + 1);
  expect(values[0]).toMatch(/^iteration,seconds,width,height,total,content,style,tv,content:\w+,.*style:\w+/);

  const steering = await readFile(await saved(page, /^Steering/, 'run-1-steering.csv'), 'utf8');
  expect(steering).toMatch(/\r\n[\dT:.-]+Z,\d+,Ada,styleWeight,1,[\d.]+\r\n/);

  const picture = await readFile(await saved(page, /^Picture/, 'run-1-loss.png'));
  // A PNG says its size behind its signature and the name of its first chunk.
  expect(picture.toString('latin1', 1, 4)).toBe('PNG');
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([2000, 1000]);
});

test('forking, sharing and the time-lapse are reached from the timeline, and axe finds nothing in either theme', async ({
  page,
}) => {
  await steeredRoom(page);
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'As the system' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  const timeline = page.getByTestId('timeline');
  await page.getByRole('slider', { name: 'Moment of run 1' }).press('Home');

  await timeline.getByRole('button', { name: 'Share iteration 0' }).click();
  const link = page.getByRole('dialog').getByLabel('Link to this moment', { exact: true });
  await expect(link).toHaveValue(/\/run\/[\w-]+\?at=0$/);
  await page.keyboard.press('Escape');

  await timeline.getByRole('button', { name: 'Time-lapse of run 1' }).click();
  await expect(page.getByRole('button', { name: 'Make the time-lapse' })).toBeVisible();
  await page.keyboard.press('Escape');

  const strip = (await page.getByRole('slider', { name: 'Moment of run 1' }).boundingBox())!;
  await page.mouse.move(strip.x + strip.width / 2, strip.y + strip.height / 2);
  await expect(page.getByTestId('strip-preview')).toContainText(/^Iteration \d+$/);

  await timeline.getByRole('button', { name: 'Fork here, at iteration 0' }).click();
  await expect(page.getByRole('button', { name: 'Start the fork' })).toBeEnabled();
  await page.mouse.move(0, 0);
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      colorScheme,
    ).toEqual([]);
  }
  await page.keyboard.press('Escape');

  await timeline.getByRole('button', { name: 'Result', exact: true }).click();
  await expect(page.getByTestId('moment')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the curve has room, and a tap on it goes to that moment, without scrolling sideways', async ({
    page,
  }) => {
    const studio = new StudioPage(page);
    await studio.createRoom(product.server.url, 'Ada');
    await studio.upload('content', join(samples, 'acanthus.jpg'));
    await studio.upload('style', join(samples, 'batik.jpg'));
    await page.getByRole('tab', { name: 'Settings' }).click();
    await studio.setNumber('Size', 128);
    await studio.setNumber('Iterations', 6);
    await studio.press('Start');
    await studio.expectStatus('finished');
    await page.getByRole('tab', { name: 'Curves' }).click();
    await curveOf(page).getByRole('button', { name: 'Layers' }).click();
    const curves = curveOf(page).locator('.u-over');
    await curves.scrollIntoViewIfNeeded();
    const box = (await curves.boundingBox())!;
    expect(box.width).toBeGreaterThan(280);
    expect(box.height).toBeGreaterThan(180);
    await page.touchscreen.tap(box.x + 1, box.y + box.height / 2);
    await expect(page.getByTestId('moment-badge')).toContainText('Iteration 0 of');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});

/** Takes one of the downloads of the curve. @returns the path of the file */
async function saved(page: Page, item: RegExp, name: string): Promise<string> {
  await curveOf(page).getByRole('button', { name: 'Download the curves' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  expect((await download).suggestedFilename()).toBe(name);
  return (await download).path();
}
