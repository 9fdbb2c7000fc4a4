import { describe, expect, it } from 'vitest';
import type { Model, TargetTaps } from '../../../server/style/engine';
import { ScaleObjective } from '../../../server/style/scale-objective';
import type { StyleSettings } from '../../../server/style/settings';

const size = { width: 40, height: 40 };
const picture = { ...size, data: new Float32Array(3 * 40 * 40).fill(0.5) };
const settings: StyleSettings = {
  contentWeight: 1,
  styleWeight: 1,
  tvWeight: 1,
  iterations: 1,
  size: 40,
  form: 'relative',
  pooling: 'average',
  padding: 'zero',
  margin: 0,
  styleScale: 1,
  optimiser: 'lbfgs',
  learningRate: 0.02,
  iterateAveraging: false,
  initialisation: 'content',
  scaleFactor: '2',
  smallestScale: 128,
  colour: 'original',
  tolerance: 0,
  seed: 0,
  styleBlend: [1],
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
