import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startFrameServer, type FrameServer } from '../support/frame-server';
import { countBitmaps, expectFrames, holdings } from './page-holdings';
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
