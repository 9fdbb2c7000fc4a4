import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOnnxEngine } from '../../../server/engines/onnx/engine';
import { computeRun } from '../../../server/jobs/compute-run';
import { MemoryGauge } from '../../../server/jobs/memory-gauge';
import { RunControl } from '../../../server/jobs/run-control';
import type { JobPicture } from '../../../server/jobs/run-queue';
import { WarmNetwork } from '../../../server/jobs/warm-network';
import { FileModelLibrary } from '../../../server/models/file-library';
import type { Advice } from '../../../server/protocol/advice';
import { defaultWeights, type Settings } from '../../../server/protocol/settings';
import { scenePicture, strokesPicture } from '../../support/pictures';
import { makeJob } from '../../support/run-jobs';

const engine = openOnnxEngine({ threads: 1 });
const network = new WarmNetwork(
  engine,
  new FileModelLibrary({ packageDir: join(import.meta.dirname, '../../..'), modelsDirs: [] }),
);
let content: JobPicture;
let strokes: JobPicture;

beforeAll(async () => {
  content = await scenePicture(256, 192);
  strokes = await strokesPicture(256, 256);
});
afterAll(() => engine.dispose());

/** Hatched as finely as a pen does: at half the size it is grey. */
async function hatchedPicture(side: number): Promise<JobPicture> {
  const data = Uint8Array.from({ length: side * side }, (_, i) =>
    ((i % side) + Math.floor(i / side)) % 3 === 0 ? 20 : 235,
  );
  const bytes = await sharp(data, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer();
  return { imageId: 'c'.repeat(64), bytes, crop: null };
}

/** What is advised at the end of a real run with the compact network. */
async function adviceAfter(settings: Partial<Settings>, style = strokes): Promise<Advice[]> {
  let said: Advice[] = [];
  await computeRun(makeJob({ size: 64, ...settings }, { content, styles: [style] }), new RunControl(), {
    engine,
    network,
    memory: new MemoryGauge(),
    largestSize: () => 2048,
    measured: async () => undefined,
    async report(report) {
      if (report.type === 'advice') said = [...report.advice];
    },
    log: async () => undefined,
    now: () => performance.now(),
  });
  return said;
}

const codes = (advice: readonly Advice[]) => advice.map(({ code }) => code);

it('has nothing to say of a run at the default settings', async () => {
  expect(await adviceAfter({ size: 96, iterations: 100 })).toEqual([]);
});

it('finds the noise that a run has started from, and calms it', async () => {
  const grainy: Partial<Settings> = {
    initialisation: 'noise',
    tvWeight: 0,
    iterations: 30,
    scaleFactor: 'off',
  };
  const [advice] = await adviceAfter(grainy);
  expect(advice).toMatchObject({ code: 'noise', change: { tvWeight: 1 } });
  expect(codes(await adviceAfter({ ...grainy, ...advice!.change }))).not.toContain('noise');
});

it('finds it with classic losses too, and calms it with others', async () => {
  const grainy: Partial<Settings> = {
    form: 'classic',
    ...defaultWeights('compact', 'classic'),
    styleWeight: 1e-4,
    initialisation: 'noise',
    iterations: 40,
    scaleFactor: 'off',
  };
  const [advice] = await adviceAfter(grainy);
  expect(advice).toMatchObject({ code: 'noise', change: { form: 'relative' } });
  expect(codes(await adviceAfter({ ...grainy, ...advice!.change }))).not.toContain('noise');
});

it('finds strokes that are too fine for the size, and has a size at which they can be seen', async () => {
  const hatched = await hatchedPicture(128);
  const sizes: (number | undefined)[] = [];
  for (let size: number | undefined = 64; size !== undefined;) {
    const advice: Advice | undefined = (await adviceAfter({ size, iterations: 4 }, hatched)).find(
      ({ code }) => code === 'small-for-stroke',
    );
    size = advice?.change.size;
    sizes.push(size);
  }
  expect(sizes).toEqual([96, 144, undefined]);
});

it('finds colours that are cut off, and has a style weight at which they are not', async () => {
  const hatched = await hatchedPicture(64);
  const weights: (number | undefined)[] = [];
  for (let styleWeight: number | undefined = 5; styleWeight !== undefined;) {
    const advice: Advice | undefined = (await adviceAfter({ styleWeight, iterations: 40 }, hatched)).find(
      ({ code }) => code === 'clipped',
    );
    styleWeight = advice?.change.styleWeight;
    weights.push(styleWeight);
  }
  expect(weights.length).toBeGreaterThan(1);
});

it('finds a content that outweighs the style, and a loss that was still falling', async () => {
  const advice = await adviceAfter({
    initialisation: 'noise',
    contentWeight: 50,
    styleWeight: 0.01,
    iterations: 40,
    scaleFactor: 'off',
  });
  expect(advice).toContainEqual(
    expect.objectContaining({ code: 'content-dominates', change: { styleWeight: 0.02 } }),
  );
  expect(advice).toContainEqual(
    expect.objectContaining({ code: 'more-iterations', change: { iterations: 60 } }),
  );
});
