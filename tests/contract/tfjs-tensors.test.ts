import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTfjsEngine } from '../../server/engines/tfjs/engine';
import type { Engine, LoadOptions, Weights } from '../../server/style/engine';
import { randomImage, randomNetwork } from '../support/random-network';

const taps = { content: ['block2_conv1'], style: ['block1_conv1', 'block3_conv2'] };
const weights: Weights = {
  'content:block2_conv1': 1,
  'style:block1_conv1': 1,
  'style:block3_conv2': 1,
  tv: 1,
};
const image = randomImage(17, 15, 3);

/** Tensors are not collected as other objects are: one that is forgotten stays for good. */
const liveTensors = () => tf.memory().numTensors;

describe.each(['wasm', 'cpu'] as const)('the tensors of TensorFlow.js on %s', (backend) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openTfjsEngine({ backend });
  });
  afterAll(() => engine.dispose());

  it.each<LoadOptions>([
    { pooling: 'average', padding: 'zero' },
    { pooling: 'scaled-average', padding: 'replicate' },
    { pooling: 'max', padding: 'replicate' },
  ])('are as many after an evaluation as before it, and none after the model (%j)', async (options) => {
    const beforeModel = liveTensors();
    const model = await engine.load(randomNetwork(), options);
    const beforeTargets = liveTensors();
    const { activations, grams } = await model.targets(image, taps);
    expect(liveTensors()).toBe(beforeTargets);
    const targets = { content: activations, style: grams, form: 'relative' } as const;
    const objective = await model.objective({ ...targets, weights }, image);

    const before = liveTensors();
    await objective.evaluate(image.data);
    expect(liveTensors()).toBe(before);
    objective.retarget({ ...targets, form: 'classic' });
    objective.reweight({ tv: 1 });
    await objective.evaluate(image.data);
    expect(liveTensors()).toBe(before);

    await expect(objective.evaluate(image.data.map(() => NaN))).rejects.toMatchObject({ code: 'non-finite' });
    expect(() => objective.retarget({ ...targets, content: {} })).toThrow(
      expect.objectContaining({ code: 'bad-picture' }) as Error,
    );
    expect(liveTensors()).toBe(before);

    await objective.dispose();
    expect(liveTensors()).toBe(beforeTargets);
    await model.objective({ ...targets, weights }, image);
    await model.dispose(); // takes along an objective that nobody has disposed
    expect(liveTensors()).toBe(beforeModel);
  });

  it('are none after an objective that was refused', async () => {
    const model = await engine.load(randomNetwork(), { pooling: 'average', padding: 'zero' });
    const { activations, grams } = await model.targets(image, taps);
    const before = liveTensors();
    const wrong = { content: activations, style: { ...grams, block3_conv2: new Float32Array(2) } };
    await expect(model.objective({ ...wrong, form: 'relative', weights }, image)).rejects.toMatchObject({
      code: 'bad-picture',
    });
    expect(liveTensors()).toBe(before);
    await model.dispose();
  });
});
