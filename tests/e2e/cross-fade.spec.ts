import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { startFrameServer, type FrameServer } from '../support/frame-server';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');
/** The pictures of two frames that follow each other differ by twenty shades. */
const DIFFERENT = 10;
const SAME = 2;

let server: FrameServer;
test.beforeAll(async () => {
  server = await startFrameServer(2);
});
test.afterAll(async () => {
  await server.discard();
});

/** What the script in the page keeps: fades stand still until a test moves them, and frames wait to be let through. */
interface Stepped {
  readonly fades: Animation[];
  /** Lets the next frame through, which has come or will come. */
  next(): void;
}
declare global {
  var stepped: Stepped;
}

test('a frame gives way to the next one in even steps', async ({ page }) => {
  const before = await shownFrame(page);
  await nextFrame(page);
  expect(await fades(page)).toBe(1);
  await setTime(page, 0);
  expect(Math.abs((await shade(page)) - before)).toBeLessThan(SAME);

  await setTime(page, 1);
  const after = await shade(page);
  expect(Math.abs(after - before)).toBeGreaterThan(DIFFERENT);
  for (const share of [0.25, 0.5, 0.75]) {
    await setTime(page, share);
    expect(Math.abs((await shade(page)) - (before + share * (after - before)))).toBeLessThan(SAME);
  }
});

test('who works on the page sees the newest frame at once, also where it is fading in already', async ({
  page,
}) => {
  const before = await shownFrame(page);
  await nextFrame(page);
  expect(await fades(page)).toBe(1);
  await setTime(page, 0);
  await page.keyboard.press('Shift');
  expect(Math.abs((await shade(page)) - before)).toBeGreaterThan(DIFFERENT);

  // In one turn of the page: no slow machine makes the hand rest in between.
  await nextFrame(page, 'Shift');
  expect(await fades(page)).toBe(1);
});

test('with reduced motion, a frame takes the place of the one before at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const before = await shownFrame(page);
  await nextFrame(page);
  expect(Math.abs((await shade(page)) - before)).toBeGreaterThan(DIFFERENT);
  expect(await fades(page)).toBe(0);
});

/** Starts a run of whose frames only the first two come through, and shows the second. Gives its shade. */
async function shownFrame(page: Page): Promise<number> {
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    let allowed = 0;
    const advance = () => {
      while (allowed > 0 && waiting.length > 0) {
        allowed -= 1;
        waiting.shift()!();
      }
    };
    globalThis.stepped = {
      fades: [],
      next() {
        allowed += 1;
        advance();
      },
    };
    const make = globalThis.createImageBitmap.bind(globalThis) as (blob: Blob) => Promise<ImageBitmap>;
    const inTurn = async (blob: Blob) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        advance();
      });
      return make(blob);
    };
    Object.assign(globalThis, { createImageBitmap: inTurn });
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (this: Element, ...given) {
      const animation = animate.apply(this, given);
      if (this instanceof HTMLCanvasElement) {
        animation.pause();
        stepped.fades.push(animation);
      }
      return animation;
    };
  });
  const studio = new StudioPage(page);
  await studio.createRoom(server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  await studio.press('Start');
  await nextFrame(page);
  await nextFrame(page);
  await page.evaluate(() => {
    for (const fade of stepped.fades.splice(0)) fade.finish();
  });
  return shade(page);
}

const stageOf = (page: Page) => page.getByTestId('stage');

/**
 * Lets the next frame through and waits until it is painted.
 * @param key pressed in the same turn of the page
 */
async function nextFrame(page: Page, key?: string): Promise<void> {
  // Not a certain one: while a frame is held back, the server leaves out what comes after it but the newest.
  const before = await stageOf(page).getAttribute('data-iteration');
  await page.evaluate((pressed) => {
    if (pressed) window.dispatchEvent(new KeyboardEvent('keydown', { key: pressed }));
    stepped.next();
  }, key);
  await expect(stageOf(page)).toHaveAttribute('data-iteration', /./);
  if (before !== null) await expect(stageOf(page)).not.toHaveAttribute('data-iteration', before);
}

const fades = (page: Page): Promise<number> => page.evaluate(() => stepped.fades.length);

/** @param share of the whole fade, 0 … 1 */
const setTime = (page: Page, share: number): Promise<void> =>
  page.evaluate((part) => {
    const fade = stepped.fades.at(-1)!;
    const { endTime } = fade.effect!.getComputedTiming();
    // At its very end it is over, as it is when nobody holds it.
    fade.currentTime = Number(endTime) * part;
  }, share);

/** The mean shade of what is seen in the middle of the stage, 0 … 255. */
async function shade(page: Page): Promise<number> {
  const { x, y, width, height } = (await stageOf(page).boundingBox())!;
  const clip = { x: x + width / 4, y: y + height / 4, width: width / 2, height: height / 2 };
  const { channels } = await sharp(await page.screenshot({ clip })).stats();
  return (channels[0]!.mean + channels[1]!.mean + channels[2]!.mean) / 3;
}
