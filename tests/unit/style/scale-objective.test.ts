import { describe, expect, it } from 'vitest';
import type { Model, TargetTaps } from '../../../server/style/engine';
import { ScaleObjective } from '../../../server/style/scale-objective';
import type { StyleSettings } from '../../../server/style/settings';
import { styleSettings } from '../../support/style-settings';

const size = { width: 40, height: 40 };
const picture = { ...size, data: new Float32Array(3 * 40 * 40).fill(0.5) };
const settings: StyleSettings = {
  ...styleSettings,
  size: 40,
  contentLayers: { deep: 1 },
  styleLayers: { low: 1 },
};

/** A model that writes down which targets it is asked for. */
function recordingModel(asked: TargetTaps[]): Model {
  const some = (taps: readonly string[]) => Object.fromEntries(taps.map((tap) => [tap, new Float32Array(4)]));
  return {
    async targets(_image, taps) {
      asked.push(taps);
      return { activations: some(taps.content), grams: some(taps.style) };
    },
    async objective() {
      return {
        evaluate: async () => ({ loss: 0, terms: {} as never, gradient: new Float32Array(0) }),
        reweight: () => undefined,
        retarget: () => undefined,
        dispose: async () => undefined,
      };
    },
    dispose: async () => undefined,
  };
}

describe('targets across a change of layers', () => {
  it('only those of layers that are new are computed; another pooling computes all anew', async () => {
    const asked: TargetTaps[] = [];
    const objective = new ScaleObjective(async () => recordingModel(asked), picture, [picture]);
    await objective.enter(size, settings);
    expect(asked.splice(0)).toEqual([
      { content: ['deep'], style: ['low'] },
      { content: ['deep'], style: ['low'] },
    ]);

    await objective.change({ ...settings, styleLayers: { low: 1, high: 1 } });
    expect(asked.splice(0)).toEqual([{ content: [], style: ['high'] }]);

    // Another size of the style pictures takes other style targets; the same taps, so that the session serves.
    await objective.change({ ...settings, styleLayers: { low: 1, high: 1 }, styleScale: 2 });
    expect(asked.splice(0)).toEqual([{ content: ['deep'], style: ['low', 'high'] }]);
    await objective.change({ ...settings, styleLayers: { low: 1, high: 1 }, styleScale: 2, form: 'classic' });
    expect(asked.splice(0)).toEqual([]);

    await objective.change({ ...settings, styleLayers: { low: 1, high: 1 }, pooling: 'max' });
    expect(asked.splice(0)).toEqual([
      { content: ['deep'], style: ['low', 'high'] },
      { content: ['deep'], style: ['low', 'high'] },
    ]);
  });
});

describe('getting the next scale ready', () => {
  const next = { width: 80, height: 80 };
  const large = { ...next, data: new Float32Array(3 * 80 * 80).fill(0.5) };

  /** Takes the steps that are missing, and says what each of them asked the model for. */
  async function prepare(objective: ScaleObjective, calls: string[]): Promise<string[][]> {
    const steps: string[][] = [];
    while (objective.missingAhead(next) > 0) {
      await objective.prepare(next);
      steps.push(calls.splice(0));
    }
    return steps;
  }

  function loggingModel(calls: string[]): Model {
    const model = recordingModel([]);
    return {
      ...model,
      async targets(image, taps) {
        calls.push('targets');
        return model.targets(image, taps);
      },
      async prepare(taps, { width, height }) {
        calls.push(`prepare ${[...taps.content, ...taps.style].join()} ${width}×${height}`);
      },
    };
  }

  it('takes one step for each picture and one to compile, and leaves nothing to do on entering', async () => {
    const calls: string[] = [];
    const objective = new ScaleObjective(async () => loggingModel(calls), large, [large]);
    await objective.enter(size, settings);
    calls.splice(0);
    expect(objective.missingAhead(next)).toBe(3);
    expect(await prepare(objective, calls)).toEqual([['targets'], ['targets'], ['prepare deep,low 80×80']]);
    await objective.enter(next, settings);
    expect(calls).toEqual([]);
  });

  it('compiles ahead anew after other layers were asked for', async () => {
    const calls: string[] = [];
    const objective = new ScaleObjective(async () => loggingModel(calls), large, [large]);
    await objective.enter(size, settings);
    calls.splice(0);
    await prepare(objective, calls);
    await objective.change({ ...settings, styleLayers: { low: 1, high: 1 } });
    calls.splice(0);
    expect(await prepare(objective, calls)).toEqual([['targets'], ['prepare deep,low,high 80×80']]);
  });

  it('goes without where an engine has nothing to compile', async () => {
    const objective = new ScaleObjective(async () => recordingModel([]), large, [large]);
    await objective.enter(size, settings);
    expect(objective.missingAhead(next)).toBe(2);
    expect(await prepare(objective, [])).toHaveLength(2);
  });
});
