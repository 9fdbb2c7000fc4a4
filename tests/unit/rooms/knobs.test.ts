import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../server/protocol/advice';
import type { Forecast } from '../../../server/protocol/forecast';
import { defaultSettings, defaultWeights, type SettingsPatch } from '../../../server/protocol/settings';
import type { RoomRecord } from '../../../server/rooms/record';
import { mergeSettings } from '../../../server/rooms/settings';
import { transition } from '../../../server/rooms/transition';
import {
  accepted,
  asked,
  context,
  finished,
  imageId,
  result,
  room,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const change = (patch: SettingsPatch) => asked('editor', { type: 'settings:change', patch });
const start = asked('editor', { type: 'run:start' });
const goOn = asked('editor', { type: 'run:continue', runId: RUN_ID, iterations: 50 });

const withSettings = (patch: SettingsPatch): RoomRecord =>
  room({ setup: { ...room().setup, settings: { ...room().setup.settings, ...patch } } });

describe('the form of the objective', () => {
  const relative = { ...defaultSettings('compact'), contentWeight: 7, styleWeight: 7 };

  it('takes the weights that are not named to its defaults, also those that somebody chose', () => {
    expect(mergeSettings(relative, { form: 'classic', styleWeight: 1e-4 })).toMatchObject({
      ...defaultWeights('compact', 'classic'),
      styleWeight: 1e-4,
    });
  });

  it('leaves the weights where it stays as it is', () => {
    expect(mergeSettings(relative, { form: 'relative' })).toMatchObject({ contentWeight: 7, styleWeight: 7 });
  });

  it('and the network together give the weights of both', () => {
    const back = mergeSettings(
      { ...defaultSettings('vgg19'), ...defaultWeights('vgg19', 'classic'), form: 'classic' },
      { form: 'relative', network: 'compact' },
    );
    expect(back).toMatchObject(defaultWeights('compact', 'relative'));
  });

  it('stays with its weights where the network changes', () => {
    const classic = mergeSettings(defaultSettings('vgg19'), { form: 'classic' });
    expect(mergeSettings(classic, { network: 'compact' })).toMatchObject(
      defaultWeights('compact', 'classic'),
    );
  });

  it('layers stay where only the form changes', () => {
    const patch = { form: 'classic', contentLayers: { block5_conv1: 1 } } as const;
    expect(mergeSettings(relative, patch).contentLayers).toEqual({ block5_conv1: 1 });
    expect(mergeSettings(relative, { form: 'classic' }).styleLayers).toEqual(relative.styleLayers);
  });
});

describe('a given image to start from', () => {
  it('must be named, and be one of the room', () => {
    const outcomes = [{ initialisation: 'image' }, { initialImage: imageId('f') }] as const;
    expect(outcomes.map((patch) => transition(room(), change(patch), context()))).toMatchObject([
      { ok: false, problem: { code: 'invalid', field: 'initialImage' } },
      { ok: false, problem: { code: 'not-found', field: 'initialImage' } },
    ]);
  });

  it('goes into the run as a whole picture', () => {
    const after = roomAfter([change({ initialisation: 'image', initialImage: imageId('c') }), start]);
    expect(after.runs[0]!.initial).toEqual({ imageId: imageId('c'), crop: null });
  });

  it('is not the run’s where it starts from something else', () => {
    const after = roomAfter([change({ initialImage: imageId('c') }), start]);
    expect(after.runs[0]!.initial).toBeNull();
  });

  it('that is not there refuses the start and says what to do', () => {
    const before = withSettings({ initialisation: 'image', initialImage: imageId('f') });
    expect(transition(before, start, context())).toMatchObject({
      ok: false,
      problem: { code: 'conflict', field: 'initialImage' },
    });
  });
});

describe('a coarsest scale above the size', () => {
  it('is no error: the run has one scale then', () => {
    expect(roomAfter([change({ size: 64, smallestScale: 1024 }), start]).runs).toHaveLength(1);
  });
});

describe('a run that cannot fit', () => {
  const tooLarge: Forecast = {
    secondsPerIteration: 9,
    totalSeconds: 900,
    peakBytes: 5.5e9,
    fits: false,
    largestSize: 768,
  };

  it.each([
    ['started', room(), start],
    ['continued', roomAfter(finished), goOn],
  ])('is not %s, and the refusal names the largest size that fits', (_how, before, input) => {
    const outcome = transition(before, input, context({ forecast: () => tooLarge }));
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'too-large', field: 'size' } });
    if (!outcome.ok) expect(outcome.problem.message).toMatch(/5\.5 GB.*768 px/);
    expect(transition(before, input, context({ forecast: () => ({ ...tooLarge, fits: true }) })).ok).toBe(
      true,
    );
  });

  it('is judged by what would be painted: the setup, or the run’s own pictures with the steered settings', () => {
    const asks: unknown[] = [];
    const world = context({
      forecast: (painting) => {
        asks.push({
          size: painting.settings.size,
          scale: painting.settings.styleScale,
          of: painting.content,
        });
        return null;
      },
    });
    const before = roomAfter([
      ...finished,
      change({ size: 2048, styleScale: 2 }),
      asked('editor', { type: 'content:set', imageId: imageId('c'), crop: null }),
    ]);
    accepted(before, start, world);
    accepted(before, goOn, world);
    expect(asks).toEqual([
      { size: 2048, scale: 2, of: { imageId: imageId('c'), crop: null } },
      { size: 512, scale: 2, of: { imageId: imageId('a'), crop: null } },
    ]);
  });
});

describe('advice', () => {
  const noise: Advice = { code: 'noise', sentence: 'Noisy.', change: { tvWeight: 9 } };
  const small: Advice = { code: 'small-for-stroke', sentence: 'Small.', change: { size: 1024 } };
  const advised = (advice: Advice[]) => ({ type: 'run-advised', runId: RUN_ID, advice }) as const;

  it('replaces what was advised before', () => {
    const after = roomAfter([...started, advised([noise]), advised([small])]);
    expect(after.runs[0]!.advice).toEqual([small]);
    expect(accepted(after, advised([small])).room).toBe(after);
  });

  it('that the setup follows already is dropped, whether it is taken before or after it comes', () => {
    const before = roomAfter([...started, advised([noise, small]), change({ size: 1024 })]);
    expect(before.runs[0]!.advice).toEqual([noise]);
    const taken = roomAfter([change({ tvWeight: 9 }), advised([noise, small])], before);
    expect(taken.runs[0]!.advice).toEqual([]);
  });

  it('is taken on the steered run without undoing the steering', () => {
    const { room: after, effects } = accepted(
      roomAfter([...started, advised([noise])]),
      change({ tvWeight: 9 }),
    );
    expect(after.runs[0]).toMatchObject({ advice: [], settings: { tvWeight: 9 } });
    expect(effects).toMatchObject([{ type: 'steer-run', settings: { tvWeight: 9 } }]);
  });

  it('of a run that has ended stays, and later advice changes nothing', () => {
    const after = roomAfter([...finished.slice(0, 2), advised([noise]), finished[2]!]);
    expect(accepted(after, advised([])).room).toBe(after);
    expect(after.runs[0]!.advice).toEqual([noise]);
  });

  it('is gone where the run goes on', () => {
    const after = roomAfter([...finished.slice(0, 2), advised([noise]), finished[2]!, goOn]);
    expect(after.runs[0]!.advice).toEqual([]);
  });
});

describe('a run that converges', () => {
  const progress = { iteration: 120, totalIterations: 300, remainingSeconds: 44 };
  const ended = (converged: boolean) =>
    ({ type: 'run-ended', runId: RUN_ID, how: 'finished', result, converged }) as const;

  it('has no more iterations than it made', () => {
    const { room: after } = accepted(roomAfter(started), ended(true), context({ progress }));
    expect(after.runs[0]).toMatchObject({
      converged: true,
      progress: { iteration: 120, totalIterations: 120, remainingSeconds: 0 },
    });
  });

  it('and one that does not keeps the number that it was to have', () => {
    const { room: after } = accepted(roomAfter(started), ended(false), context({ progress }));
    expect(after.runs[0]).toMatchObject({ converged: false, progress: { totalIterations: 300 } });
  });

  it('has not converged any more where it goes on', () => {
    const { room: after } = accepted(roomAfter(started), ended(true), context({ progress }));
    expect(roomAfter([goOn], after).runs[0]).toMatchObject({ converged: false });
  });
});
