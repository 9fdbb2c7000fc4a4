import { afterAll, expect, it } from 'vitest';
import { openOnnxEngine } from '../../../server/engines/onnx/engine';
import { computeRun } from '../../../server/jobs/compute-run';
import { MemoryGauge } from '../../../server/jobs/memory-gauge';
import type { RunReport } from '../../../server/jobs/messages';
import { RunControl } from '../../../server/jobs/run-control';
import { WarmNetwork } from '../../../server/jobs/warm-network';
import type { ModelLibrary } from '../../../server/models/library';
import { scenePicture, strokesPicture } from '../../support/pictures';
import { randomNetwork } from '../../support/random-network';
import { makeJob } from '../../support/run-jobs';

const engine = openOnnxEngine({ threads: 1 });
afterAll(() => engine.dispose());

const library = {
  list: () => [],
  open: async () => ({ network: randomNetwork(), variant: 'random', checksum: 'sha256:00' }),
} as unknown as ModelLibrary;

it('counts no time while it is paused', async () => {
  let time = 0;
  const control = new RunControl();
  const reports: RunReport[] = [];
  control.pause();
  await computeRun(
    makeJob(
      { size: 64, iterations: 3, contentLayers: { block2_conv1: 1 }, styleLayers: { block1_conv1: 1 } },
      { content: await scenePicture(64, 64), styles: [await strokesPicture(64, 64)] },
    ),
    control,
    {
      engine,
      network: new WarmNetwork(engine, library),
      memory: new MemoryGauge(),
      largestSize: () => 2048,
      measured: async () => undefined,
      async report(report) {
        reports.push(report);
        if (report.type !== 'paused') return;
        time += 3_600_000;
        control.resume();
      },
      log: async () => undefined,
      now: () => (time += 1),
    },
  );
  const types = reports.map(({ type }) => type);
  expect(types.indexOf('paused')).toBeGreaterThan(0);
  expect(types.indexOf('resumed')).toBeGreaterThan(types.indexOf('paused'));
  const points = reports.flatMap((report) => (report.type === 'iterates' ? report.points : []));
  expect(points.map(({ iteration }) => iteration)).toEqual([0, 1, 2, 3]);
  // As many milliseconds as the clock was looked at, and not the hour.
  expect(points.at(-1)!.seconds).toBeLessThan(1);
});
