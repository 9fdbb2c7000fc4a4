import { join } from 'node:path';
import { FRAME_INTERVAL_MS } from '../../server/protocol/limits';
import { countBitmaps, expectFrames, holdings, type Holdings } from '../../tests/e2e/page-holdings';
import { StudioPage } from '../../tests/e2e/studio-page';
import { startFrameServer } from '../../tests/support/frame-server';
import { launchChromium } from './launch-chromium';

/** What a room's page holds at a point of half an hour's frames. */
export interface PageMemoryResult extends Holdings {
  /** That it had shown by then. */
  readonly frames: number;
  readonly seconds: number;
}

/** As many as the product sends in half an hour. */
const FRAMES = (30 * 60 * 1000) / FRAME_INTERVAL_MS;
/** Offered; the page takes as many as it can show. */
const FRAMES_PER_SECOND = 200;
/** Until everything that is fetched or made only once is there; the curve, which has to be kept, does not grow after that. */
const WARM_UP_FRAMES = 200;
const ITERATIONS = 100;
const TIMEOUT_MS = 60 * 60 * 1000;
const samples = join(import.meta.dirname, '../../public/samples');

/** Shows the frames as fast as the page takes them; measures at their beginning, middle and end. */
async function measureMemory(): Promise<PageMemoryResult[]> {
  const server = await startFrameServer(FRAMES_PER_SECOND);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await countBitmaps(page);
    const studio = new StudioPage(page);
    await studio.createRoom(server.url, 'Bench');
    await studio.upload('content', join(samples, 'nagasaki-boats.jpg'));
    await studio.upload('style', join(samples, 'marbled-paper.jpg'));
    await studio.setNumber('Iterations', ITERATIONS);
    await studio.press('Start');
    const inspector = await page.context().newCDPSession(page);
    await inspector.send('Performance.enable');
    const started = performance.now();
    const results: PageMemoryResult[] = [];
    for (const frames of [0, FRAMES / 2, FRAMES]) {
      await expectFrames(page, WARM_UP_FRAMES + frames, TIMEOUT_MS);
      if (frames === 0) await studio.expectFrame(ITERATIONS);
      const held = await holdings(page, inspector);
      results.push({ frames, seconds: (performance.now() - started) / 1000, ...held });
    }
    return results;
  } finally {
    await browser.close();
    await server.discard();
  }
}

process.stdout.write(JSON.stringify(await measureMemory()));
