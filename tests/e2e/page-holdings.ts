import { expect, type CDPSession, type Page } from '@playwright/test';

/** What a page has of things that have to be given back. */
export interface Holdings {
  /** Decoded pictures. */
  readonly bitmaps: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly heapBytes: number;
}

/** Counts, in the page, the decoded pictures that were made and those that were given back. To be called before it is opened. */
export async function countBitmaps(page: Page): Promise<void> {
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

/** Waits until the page has decoded so many pictures since it was opened. */
export async function expectFrames(page: Page, count: number, timeoutMs = 60_000): Promise<void> {
  await expect
    .poll(async () => (await bitmaps(page)).made, { timeout: timeoutMs })
    .toBeGreaterThanOrEqual(count);
}

/**
 * What the page holds once its garbage is collected.
 * @param inspector of the page, with the domain "Performance" enabled
 */
export async function holdings(page: Page, inspector: CDPSession): Promise<Holdings> {
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
