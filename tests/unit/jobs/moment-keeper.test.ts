import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../../server/jobs/messages';
import { MomentKeeper } from '../../../server/jobs/moment-keeper';
import { isKeyframe } from '../../../server/protocol/keyframes';
import { CHECKPOINT_INTERVAL_MS } from '../../../server/protocol/limits';
import { defaultSettings, type Settings } from '../../../server/protocol/settings';
import type { Iterate } from '../../../server/style/stylize';

const WIDTH = 4;
const HEIGHT = 3;
const settings = defaultSettings('compact');

/** One grey all over: the level is the iteration's. */
function iterateOf(iteration: number, value = iteration / 255): Iterate {
  const pixels = new Float32Array(3 * WIDTH * HEIGHT).fill(value);
  return {
    iteration,
    totalIterations: 1_000,
    scale: 1,
    scales: 3,
    width: WIDTH,
    height: HEIGHT,
    finalSize: { width: 2 * WIDTH, height: 2 * HEIGHT },
    pixels,
    picture: () => ({ width: WIDTH, height: HEIGHT, data: pixels }),
    converged: false,
    evaluations: iteration + 1,
    milliseconds: 1,
    loss: { total: 1, content: 0, style: 1, tv: 0 },
    terms: { tv: 0 } as Iterate['terms'],
    weighted: { tv: 0 } as Iterate['weighted'],
  };
}

/** A keeper, with a clock of its own, and what it says. */
function keep() {
  const clock = { ms: 5_000 };
  const reports: RunReport[] = [];
  const log: string[] = [];
  let reached = -1;
  const keeper = new MomentKeeper({
    async report(report) {
      reports.push(report);
      if (report.type === 'checkpoint') log.push(`checkpoint ${report.checkpoint.iteration}`);
      if (report.type === 'keyframe') log.push(`keyframe ${report.keyframe.iteration}`);
    },
    async flushCurve() {
      log.push(`curve ${reached}`);
    },
    now: () => clock.ms,
  });
  const iterate = async (iteration: number, as: Settings = settings): Promise<Iterate> => {
    const present = iterateOf(iteration);
    reached = iteration;
    await keeper.iterate(present, as);
    return present;
  };
  const checkpoints = () =>
    reports.flatMap((report) => (report.type === 'checkpoint' ? report.checkpoint : []));
  const keyframes = () => reports.flatMap((report) => (report.type === 'keyframe' ? report.keyframe : []));
  return { keeper, clock, log, iterate, checkpoints, keyframes };
}

describe('the moments of a run: states', () => {
  it('R52: leave at most every 10 s, the first one 10 s after the run began', async () => {
    const { clock, iterate, checkpoints } = keep();
    const left: number[] = [];
    for (let iteration = 0; iteration < 60; iteration += 1) {
      await iterate(iteration);
      if (checkpoints().at(-1)?.iteration === iteration) left.push(clock.ms);
      clock.ms += 900;
    }
    expect(left.length).toBe(4);
    for (const [index, ms] of left.entries()) {
      const since = ms - (left[index - 1] ?? 5_000);
      expect(since).toBeGreaterThanOrEqual(CHECKPOINT_INTERVAL_MS);
      expect(since).toBeLessThan(CHECKPOINT_INTERVAL_MS + 900);
    }
  });

  it('are those of the iterate, as it is: its own memory, its scale, the settings with which it was made', async () => {
    const { clock, iterate, checkpoints } = keep();
    clock.ms += CHECKPOINT_INTERVAL_MS;
    const steered = { ...settings, contentWeight: 3 };
    const { pixels } = await iterate(40, steered);
    const [checkpoint] = checkpoints();
    expect(checkpoint).toMatchObject({
      iteration: 40,
      scale: 1,
      width: WIDTH,
      height: HEIGHT,
      settings: steered,
    });
    expect(checkpoint!.picture.buffer).toBe(pixels.buffer);
    expect(checkpoint!.picture.byteLength).toBe(4 * 3 * WIDTH * HEIGHT);
  });

  it('are none of the picture that the run starts from, however long it took to come to that', async () => {
    const { clock, iterate, checkpoints } = keep();
    clock.ms += 2 * CHECKPOINT_INTERVAL_MS;
    await iterate(0);
    expect(checkpoints()).toEqual([]);
    await iterate(1);
    expect(checkpoints()).toHaveLength(1);
  });

  it('leave once where one is asked for that has left', async () => {
    const { keeper, iterate, checkpoints } = keep();
    const present = await iterate(8);
    await keeper.checkpoint(present, settings);
    await keeper.checkpoint(present, settings);
    expect(checkpoints()).toHaveLength(1);
  });

  it('leave after the curve and every picture up to there: who goes on from one makes none of them again', async () => {
    const { clock, iterate, log } = keep();
    await iterate(2);
    clock.ms += CHECKPOINT_INTERVAL_MS;
    await iterate(3);
    expect(log).toEqual(['curve 3', 'keyframe 2', 'curve 3', 'keyframe 3', 'curve 3', 'checkpoint 3']);
  });
});

describe('the moments of a run: pictures', () => {
  it('R55: are of the iterations of keyframes, from the start on, and of the last one, each once and in order', async () => {
    for (const end of [40, 47]) {
      const { keeper, iterate, keyframes } = keep();
      let last = iterateOf(0);
      for (let iteration = 0; iteration <= end; iteration += 1) last = await iterate(iteration);
      await keeper.last(last);
      const expected = Array.from({ length: end + 1 }, (_, iteration) => iteration).filter(
        (iteration) => isKeyframe(iteration) || iteration === end,
      );
      expect(keyframes().map(({ iteration }) => iteration)).toEqual(expected);
    }
  });

  it('are lossless PNG of what is shown, at the size that it has', async () => {
    const { keeper, iterate, keyframes } = keep();
    await iterate(6);
    await keeper.settle();
    const { png, width, height } = keyframes()[0]!;
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect([info.format, info.channels, info.width, info.height]).toEqual(['raw', 3, WIDTH, HEIGHT]);
    expect((await sharp(png).metadata()).format).toBe('png');
    expect({ width, height }).toEqual({ width: WIDTH, height: HEIGHT });
    expect([...data]).toEqual(Array.from(data, () => 6));
  });

  it('leave without being waited for as soon as they are encoded', async () => {
    const { iterate, keyframes } = keep();
    await iterate(7);
    expect(isKeyframe(8)).toBe(false);
    const deadline = Date.now() + 5_000;
    while (keyframes().length === 0 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      await iterate(8);
    }
    expect(keyframes().map(({ iteration }) => iteration)).toEqual([7]);
  });

  it('fail where there is no picture to show, when they are asked for and not before', async () => {
    const { keeper } = keep();
    await keeper.iterate(iterateOf(2, NaN), settings);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(keeper.settle()).rejects.toMatchObject({ code: 'run-failed' });
    await keeper.settle();
  });
});
