import { join } from 'node:path';
import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test';
import { productForTests } from './product';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

const product = productForTests();

// Zooming in one step is seen at its end at once.
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1440, height: 900 } });

const frame = (page: Page): Locator => page.getByRole('group', { name: /^The picture, closer/ });
const picture = (page: Page): Locator => page.getByTestId('stage');
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

async function paintedRoom(page: Page): Promise<StudioPage> {
  const studio = new StudioPage(page);
  await studio.createRoom(product.server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  await studio.setNumber('Size', 128);
  await studio.setNumber('Iterations', 3);
  await studio.press('Start');
  await studio.expectStatus('finished');
  // Not a frame, but the kept picture.
  await expect
    .poll(() => picture(page).evaluate((canvas: HTMLCanvasElement) => canvas.width))
    .toBeGreaterThan(100);
  return studio;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box;
}

/** Which part of the picture is at a place of the window, in parts of it. */
async function partAt(page: Page, x: number, y: number): Promise<readonly [number, number]> {
  const box = await boxOf(picture(page));
  return [(x - box.x) / box.width, (y - box.y) / box.height];
}

async function expectWhole(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const [whole, wall] = [await boxOf(picture(page)), await boxOf(frame(page))];
      const left = whole.x - wall.x;
      const right = wall.x + wall.width - whole.x - whole.width;
      const top = whole.y - wall.y;
      return whole.width < wall.width && Math.abs(left - right) < 1 && top > 0 && top < wall.height / 4;
    })
    .toBe(true);
}

test('the wheel zooms to the pointer, dragging moves, a double click shows all again', async ({ page }) => {
  await paintedRoom(page);
  await expectWhole(page);
  const whole = await boxOf(picture(page));

  const [x, y] = [whole.x + whole.width * 0.3, whole.y + whole.height * 0.6];
  await page.mouse.move(x, y);
  for (let turn = 0; turn < 6; turn++) await page.mouse.wheel(0, -200);
  await expect.poll(async () => (await boxOf(picture(page))).width).toBeGreaterThan(whole.width * 8);
  const [partX, partY] = await partAt(page, x, y);
  expect(partX).toBeCloseTo(0.3, 2);
  expect(partY).toBeCloseTo(0.6, 2);

  await page.mouse.down();
  await page.mouse.move(x + 120, y - 40, { steps: 4 });
  await page.mouse.up();
  const [draggedX, draggedY] = await partAt(page, x + 120, y - 40);
  expect(draggedX).toBeCloseTo(0.3, 2);
  expect(draggedY).toBeCloseTo(0.6, 2);

  await page.mouse.dblclick(x, y);
  await expectWhole(page);
  expect((await boxOf(picture(page))).width).toBeCloseTo(whole.width, 0);
});

test('buttons and keys zoom and move, and 1:1 shows every pixel as one of the screen', async ({ page }) => {
  await paintedRoom(page);
  const whole = await boxOf(picture(page));
  const pixels = await picture(page).evaluate((canvas: HTMLCanvasElement) => canvas.width);

  await button(page, /^Actual size/).click();
  await expect.poll(async () => (await boxOf(picture(page))).width).toBeCloseTo(pixels, 0);
  const zoom = page.getByRole('group', { name: 'Zoom', exact: true });
  await expect(zoom.getByText('100 %', { exact: true })).toBeVisible();

  await button(page, 'Fit').click();
  await expectWhole(page);
  await frame(page).press('+');
  await frame(page).press('+');
  await expect.poll(async () => (await boxOf(picture(page))).width / whole.width).toBeCloseTo(2.25, 1);
  const before = await boxOf(picture(page));
  await frame(page).press('ArrowRight');
  await expect.poll(async () => (await boxOf(picture(page))).x - before.x).toBeLessThan(-20);
  await frame(page).press('-');
  await frame(page).press('-');
  await expectWhole(page);
});

test('the picture is compared with the photograph or another run, at the same zoom and place', async ({
  page,
}) => {
  const studio = await paintedRoom(page);
  await studio.press('Start');
  await expect(page.getByTestId('run-status')).toContainText('Run 2');
  await studio.expectStatus('finished');

  await button(page, 'Side by side').click();
  await expect(button(page, 'Side by side')).toHaveAttribute('aria-pressed', 'true');
  const photograph = frame(page).getByRole('img', { name: 'The photograph that run 2 was made from' });
  await expect
    .poll(() => photograph.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  const beside = await boxOf(picture(page));
  expect((await boxOf(photograph)).x + (await boxOf(photograph)).width).toBeLessThanOrEqual(beside.x);

  await page.mouse.move(beside.x + beside.width * 0.25, beside.y + beside.height * 0.25);
  for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, -200);
  await expect.poll(async () => (await boxOf(picture(page))).width).toBeGreaterThan(beside.width * 3);
  expect((await boxOf(photograph)).width).toBeCloseTo((await boxOf(picture(page))).width, 0);
  await button(page, 'Fit').click();

  await page.getByRole('combobox', { name: 'Compared with' }).selectOption({ index: 1 });
  await expect(photograph).toHaveCount(0);
  const other = frame(page).getByRole('img', { name: 'Run 1, which the picture is compared with' });
  await expect.poll(() => other.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  await button(page, 'Before / after').click();
  await expect(button(page, 'Side by side')).toHaveAttribute('aria-pressed', 'false');
  const divider = frame(page).getByRole('slider', { name: /^Share of the other picture/ });
  await expect(divider).toHaveValue('50');
  await divider.press('ArrowLeft');
  await expect(divider).toHaveValue('49');
  const whole = await boxOf(picture(page));
  const handle = await boxOf(divider);
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(whole.x + whole.width * 0.8, handle.y, { steps: 4 });
  await page.mouse.up();
  await expect(divider).toHaveValue('80');
  // Only the line was moved.
  expect(await boxOf(picture(page))).toEqual(whole);
  await button(page, 'Before / after').click();
  await expect(divider).toHaveCount(0);
});

test('others point at the same part of the picture, however close somebody looks', async ({
  page,
  browser,
}) => {
  const studio = await paintedRoom(page);
  const link = await studio.link('edit');
  const ben = new StudioPage(
    await (await browser.newContext({ viewport: { width: 1024, height: 768 } })).newPage(),
  );
  await ben.page.goto(link);
  await ben.sayName('Ben');
  const whole = await boxOf(picture(page));
  await page.mouse.move(whole.x + whole.width * 0.4, whole.y + whole.height * 0.4);
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -200);
  await expect.poll(async () => (await boxOf(picture(page))).width).toBeGreaterThan(whole.width * 4);
  await page.mouse.move(whole.x + whole.width * 0.5, whole.y + whole.height * 0.5);
  const [partX, partY] = await partAt(page, whole.x + whole.width * 0.5, whole.y + whole.height * 0.5);

  const cursor = ben.page.locator('[data-cursor]');
  await expect
    .poll(async () => {
      const [tip, seen] = [await cursor.boundingBox(), await boxOf(picture(ben.page))];
      if (!tip) return null;
      const x = (tip.x - seen.x) / seen.width - partX;
      const y = (tip.y - seen.y) / seen.height - partY;
      return Math.hypot(x, y) < 0.005;
    })
    .toBe(true);
  await ben.page.context().close();
});

test('two fingers zoom and move the picture, and one finger still moves the page', async ({
  page: desktop,
  browser,
}) => {
  const link = await (await paintedRoom(desktop)).link('edit');
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const phone = new StudioPage(page);
  await page.goto(link);
  await phone.sayName('Ben');
  await expect(picture(page)).toBeVisible();
  const client = await context.newCDPSession(page);
  await page.evaluate(() => scrollTo(0, 0));
  const whole = await boxOf(picture(page));
  const [x, y] = [whole.x + whole.width / 2, whole.y + whole.height / 2];

  await swipe(client, [[x, y]], [[x, y - 120]]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(20);
  expect((await boxOf(picture(page))).width).toBe(whole.width);
  await page.evaluate(() => scrollTo(0, 0));

  await swipe(
    client,
    [
      [x - 20, y],
      [x + 20, y],
    ],
    [
      [x - 80, y],
      [x + 80, y],
    ],
  );
  await expect.poll(async () => (await boxOf(picture(page))).width / whole.width).toBeGreaterThan(3);
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
  await context.close();
});

type Fingers = readonly (readonly [x: number, y: number])[];

/** Fingers that are laid on the page, go straight to other places, and leave it. */
async function swipe(client: CDPSession, from: Fingers, to: Fingers): Promise<void> {
  const at = (part: number) =>
    from.map(([x, y], id) => ({ id, x: x + (to[id]![0] - x) * part, y: y + (to[id]![1] - y) * part }));
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 8; step++) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 8) });
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
