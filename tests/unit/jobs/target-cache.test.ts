import { expect, it } from 'vitest';
import { TargetCache } from '../../../server/jobs/target-cache';
import type { Model, TargetTaps } from '../../../server/style/engine';
import { flatImage } from '../../support/random-network';

const VALUES = 10;
const BYTES = 4 * VALUES;
const taps: TargetTaps = { content: ['a'], style: ['b'] };
const grey = flatImage(4, 3, 0.5);

/** Counts what is computed; every tensor has ten values. */
function counting() {
  const asked: TargetTaps[] = [];
  const tensors = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, new Float32Array(VALUES).fill(asked.length)]));
  const model = {
    async targets(_image: unknown, wanted: TargetTaps) {
      asked.push(wanted);
      return { activations: tensors(wanted.content), grams: tensors(wanted.style) };
    },
  } as unknown as Model;
  return { asked, model };
}

it('computes the targets of a picture once, for a later run too', async () => {
  const { asked, model } = counting();
  const cache = new TargetCache();
  const first = await cache.around(model, 'vgg19').targets(grey, taps);
  const copy = { ...grey, data: Float32Array.from(grey.data) };
  expect(await cache.around(model, 'vgg19').targets(copy, taps)).toEqual(first);
  expect(asked).toEqual([taps]);
});

it.each([
  ['another picture', 'vgg19', flatImage(4, 3, 0.6), taps],
  ['the same values in another shape', 'vgg19', flatImage(3, 4, 0.5), taps],
  ['another network, pooling or padding', 'compact', grey, taps],
  ['another kind of target at the same layer', 'vgg19', grey, { content: ['b'], style: ['a'] }],
] as const)('computes anew for %s', async (_, place, picture, wanted) => {
  const { asked, model } = counting();
  const cache = new TargetCache();
  await cache.around(model, 'vgg19').targets(grey, taps);
  await cache.around(model, place).targets(picture, wanted);
  expect(asked).toHaveLength(2);
});

it('asks for all layers where one is missing, so that an engine needs nothing else compiled', async () => {
  const { asked, model } = counting();
  const remembering = new TargetCache().around(model, 'vgg19');
  await remembering.targets(grey, taps);
  const more = { content: ['a'], style: ['b', 'c'] };
  await remembering.targets(grey, more);
  expect(asked).toEqual([taps, more]);
  await remembering.targets(grey, { content: [], style: ['c'] });
  expect(asked).toHaveLength(2);
});

it('forgets what was not used for longest, where there is too much', async () => {
  const { asked, model } = counting();
  const remembering = new TargetCache(2 * BYTES).around(model, 'vgg19');
  const [first, second, third] = [0.1, 0.2, 0.3].map((value) => flatImage(4, 3, value));
  const one: TargetTaps = { content: [], style: ['b'] };
  for (const picture of [first, second, first, third]) await remembering.targets(picture!, one);
  expect(asked).toHaveLength(3);
  await remembering.targets(first!, one);
  expect(asked).toHaveLength(3);
  await remembering.targets(second!, one);
  expect(asked).toHaveLength(4);
});

it('passes on what is too large to be kept', async () => {
  const { asked, model } = counting();
  const remembering = new TargetCache(BYTES - 1).around(model, 'vgg19');
  for (let i = 0; i < 2; i += 1) {
    expect((await remembering.targets(grey, taps)).grams['b']).toHaveLength(VALUES);
  }
  expect(asked).toHaveLength(2);
});

it('lets the model compile ahead, where it does', async () => {
  const { model } = counting();
  const cache = new TargetCache();
  expect(cache.around(model, 'vgg19').prepare).toBeUndefined();
  const prepared: unknown[] = [];
  const compiling: Model = { ...model, prepare: async (...all) => void prepared.push(all) };
  await cache.around(compiling, 'vgg19').prepare?.(taps, grey);
  expect(prepared).toEqual([[taps, grey]]);
});
