import { join } from 'node:path';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { USABLE_MARK } from '../../app/_lib/room-usable';
import { StudioPage } from '../../tests/e2e/studio-page';
import { startFrameServer } from '../../tests/support/frame-server';
import { launchChromium } from './launch-chromium';
import { median } from './median';
import { summariseTrace, TRACE_CATEGORIES, type TraceSummary } from './page-trace';

/** How a room's page loads, and how it answers while a run is going. */
export interface PageResult {
  /** From the navigation, with nothing in the browser's cache. */
  readonly firstPaintMs: number;
  readonly firstContentfulPaintMs: number;
  /** Until one can work in the room. */
  readonly usableMs: number;
  /** Of script that came compressed over the line: until then, and until nothing came any more. */
  readonly scriptBytes: number;
  readonly allScriptBytes: number;
  /** From a key or a press on a slider to the next picture of the page, while frames arrive. */
  readonly interactionMs: { readonly median: number; readonly worst: number; readonly count: number };
  readonly longTasks: { readonly count: number; readonly longestMs: number };
}

/** Twice what the product sends while a run goes (`FRAME_INTERVAL_MS`). */
const FRAMES_PER_SECOND = 8;
const STEPS = 20;
const DRAGS = 5;
const samples = join(import.meta.dirname, '../../public/samples');
const desk = { viewport: { width: 1440, height: 900 } };

/** @throws Error where the page does not do what it should in time */
async function measurePage(): Promise<PageResult> {
  const server = await startFrameServer(FRAMES_PER_SECOND);
  const browser = await launchChromium();
  try {
    const context = await browser.newContext(desk);
    const studio = new StudioPage(await context.newPage());
    await studio.createRoom(server.url, 'Bench');
    await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
    await studio.upload('style', join(samples, 'marbled-paper.jpg'));
    const loaded = await load(browser, context, studio.page.url());
    await studio.press('Start');
    await studio.expectFrame(FRAMES_PER_SECOND);
    const { interactions, longTasks } = await steer(browser, studio.page);
    return {
      ...loaded,
      interactionMs: {
        median: median(interactions),
        worst: Math.max(...interactions),
        count: interactions.length,
      },
      longTasks: { count: longTasks.length, longestMs: Math.max(0, ...longTasks) },
    };
  } finally {
    await browser.close();
    await server.discard();
  }
}

/** Opens the room as somebody whom it knows, in a browser that has nothing of it any more. */
async function load(browser: Browser, known: BrowserContext, url: string) {
  const context = await browser.newContext({ ...desk, storageState: await known.storageState() });
  const page = await context.newPage();
  await page.goto(url);
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await page.waitForLoadState('networkidle');
  // Only plain values leave the page, and nothing with a name is made in it: the loader's helper for names is not there.
  const entries = await page.evaluate(() =>
    performance.getEntries().map((entry) => ({
      name: entry.name,
      startTime: entry.startTime,
      bytes: entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0,
    })),
  );
  await context.close();
  const at = (name: string) => entries.find((entry) => entry.name === name)?.startTime ?? NaN;
  const usableMs = at(USABLE_MARK);
  const scripts = entries.filter(({ name }) => /\.js(\?|$)/.test(name));
  const bytesOf = (some: typeof scripts) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    firstPaintMs: at('first-paint'),
    firstContentfulPaintMs: at('first-contentful-paint'),
    usableMs,
    scriptBytes: bytesOf(scripts.filter(({ startTime }) => startTime <= usableMs)),
    allScriptBytes: bytesOf(scripts),
  };
}

/** Turns the style's weight while frames arrive, by keys and by dragging, as people do. */
async function steer(browser: Browser, page: Page): Promise<TraceSummary> {
  const slider = page.getByRole('slider', { name: 'Style', exact: true });
  await slider.focus();
  await browser.startTracing(page, { categories: TRACE_CATEGORIES });
  for (let step = 0; step < STEPS; step += 1) {
    await page.keyboard.press(step % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForTimeout(100);
  }
  for (let drag = 0; drag < DRAGS; drag += 1) {
    const box = (await slider.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (drag % 2 === 0 ? 40 : -40), y, { steps: 10 });
    await page.mouse.up();
    await page.waitForTimeout(200);
  }
  return summariseTrace((await browser.stopTracing()).toString());
}

process.stdout.write(JSON.stringify(await measurePage()));
