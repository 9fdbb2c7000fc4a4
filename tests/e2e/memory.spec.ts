import { join } from 'node:path';
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { startFrameServer, type FrameServer } from '../support/frame-server';
import { StudioPage } from './studio-page';

const samples = join(import.meta.dirname, '../../public/samples');

/** Until everything that is fetched or made only once is there. */
const WARM_UP_FRAMES = 200;
/** Two minutes and more of them, at the eight a second that the product sends at most. */
const FRAMES = 1000;
/** Offered; the page takes as many as it can show. */
const FRAMES_PER_SECOND = 200;

let server: FrameServer;
test.beforeAll(async () => {
  server = await startFrameServer(FRAMES_PER_SECOND);
});
test.afterAll(async () => {
  await server.discard();
});

/** What a page has of things that have to be given back. */
interface Holdings {
  readonly bitmaps: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly heapBytes: number;
}

test('a page that has shown a thousand frames holds no more than one that has shown two hundred', async ({
  page,
}) => {
  await countBitmaps(page);
  const studio = new StudioPage(page);
  await studio.createRoom(server.url, 'Ada');
  await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
  await studio.upload('style', join(samples, 'marbled-paper.jpg'));
  // Reached during the warm-up: the curve, which has to be kept, does not grow from then on.
  await studio.setNumber('Iterations', WARM_UP_FRAMES / 2);
  await studio.press('Start');
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable');

  await expectFrames(page, WARM_UP_FRAMES);
  await studio.expectFrame(WARM_UP_FRAMES / 2);
  const before = await holdings(page, inspector);
  await expectFrames(page, WARM_UP_FRAMES + FRAMES);
  const after = await holdings(page, inspector);

  // The one that is shown, the one that it fades from, and those that are being decoded.
  expect(after.bitmaps).toBeLessThanOrEqual(4);
  expect(after.nodes - before.nodes, `nodes: ${before.nodes}, then ${after.nodes}`).toBeLessThan(100);
  expect(after.listeners - before.listeners).toBeLessThan(50);
  // A frame is 300 kB when it is decoded, and 20 kB before: a hundredth of them would be more than this.
  expect(after.heapBytes - before.heapBytes).toBeLessThan(2 ** 20);
});

/** Counts, in the page, the decoded pictures that were made and those that were given back. */
async function countBitmaps(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counts = { made: 0, closed: 0 };
    Object.assign(globalThis, { bitmapCounts: counts });
    const make = globalThis.createImageBitmap.bind(globalThis) as (
      ...given: readonly unknown[]
    ) => Promise<ImageBitmap>;
    const counted = async (...given: readonly unknown[]) => {
      const bitmap = await make(...given);
      counts.made += 1;
      return bitmap;
    };
    Object.assign(globalThis, { createImageBitmap: counted });
    const close = ImageBitmap.prototype.close;
    ImageBitmap.prototype.close = function (this: ImageBitmap) {
      // A second time gives nothing back.
      if (this.width > 0) counts.closed += 1;
      close.call(this);
    };
  });
}

const bitmaps = (page: Page): Promise<{ made: number; closed: number }> =>
  page.evaluate(
    () => (globalThis as unknown as { bitmapCounts: { made: number; closed: number } }).bitmapCounts,
  );

async function expectFrames(page: Page, count: number): Promise<void> {
  await expect
    .poll(async () => (await bitmaps(page)).made, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(count);
}

async function holdings(page: Page, inspector: CDPSession): Promise<Holdings> {
  await inspector.send('HeapProfiler.collectGarbage');
  const { metrics } = await inspector.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)!.value;
  const { made, closed } = await bitmaps(page);
  return {
    bitmaps: made - closed,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    heapBytes: metric('JSHeapUsedSize'),
  };
}
