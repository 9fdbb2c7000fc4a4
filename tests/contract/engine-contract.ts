import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Model, Objective, TermName, Weights } from '../../server/style/engine';
import type { PlanarImage } from '../../server/style/image';
import type { Network, Pooling } from '../../server/style/network';
import { expectGradient, expectValue } from '../support/close';
import { readGoldenCase, readGoldenNetwork } from '../support/golden';
import { flatImage, randomImage, randomNetwork } from '../support/random-network';
import { referenceActivation, referenceGram, referenceObjective } from '../support/reference-objective';
import { sharedPath, skipReason } from '../support/shared';

const taps = {
  content: ['block2_conv1', 'block3_conv1'],
  style: ['block1_conv1', 'block3_conv1', 'block3_conv2'],
};
const weights: Weights = {
  'content:block2_conv1': 0.5,
  'content:block3_conv1': 0.25,
  'style:block1_conv1': 0.3,
  'style:block3_conv1': 0.2,
  'style:block3_conv2': 0.6,
  tv: 0.4,
};

/** Sizes in which no, one, or both of the two poolings drop a row or a column. */
const sizes = [
  [16, 12],
  [17, 12],
  [15, 11],
  [18, 14],
] as const;

/** What every engine owes to whoever computes with it. */
export function describeEngine(name: string, open: () => Promise<Engine>): void {
  describe(`engine ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine.dispose());

    const load = (pooling: Pooling, network: Network = randomNetwork()): Promise<Model> =>
      engine.load(network, { pooling, padding: 'zero' });

    describe.each(['average', 'max'] as const)('with %s pooling', (pooling) => {
      it.each(sizes)(
        'agrees with the float64 reference at %d×%d, term by term and in total',
        async (width, height) => {
          const network = randomNetwork();
          const content = randomImage(width, height, 1);
          const style = randomImage(19, 14, 2);
          const image = randomImage(width, height, 3);
          const reference = referenceObjective({ network, pooling, content, style, weights });
          const model = await load(pooling, network);
          const objective = await compile(model, content, style, weights);

          const total = await objective.evaluate(image.data);
          const expected = reference(image);
          expectValue(total.loss, expected.loss);
          expectGradient(total.gradient, expected.gradient);
          expect(Object.keys(total.terms).sort()).toEqual(Object.keys(weights).sort());

          for (const term of Object.keys(weights) as TermName[]) {
            const alone: Weights = { [term]: 1 };
            objective.reweight(alone);
            const { loss, terms, gradient } = await objective.evaluate(image.data);
            const expectedAlone = referenceObjective({ network, pooling, content, style, weights: alone })(
              image,
            );
            expectValue(terms[term], expectedAlone.terms[term]);
            expectValue(loss, expectedAlone.loss);
            expectGradient(gradient, expectedAlone.gradient);
          }
          await objective.dispose();
          await model.dispose();
        },
      );

      it('gives the activations and Gram matrices of the float64 reference as targets', async () => {
        const network = randomNetwork();
        const image = randomImage(15, 11, 5);
        const model = await load(pooling, network);
        const { activations, grams } = await model.targets(image, taps);
        expect(Object.keys(activations).sort()).toEqual([...taps.content].sort());
        expect(Object.keys(grams).sort()).toEqual([...taps.style].sort());
        for (const tap of taps.content) {
          expectGradient(activations[tap], referenceActivation(network, pooling, image, tap));
        }
        for (const tap of taps.style) expectGradient(grams[tap], referenceGram(network, pooling, image, tap));
        await model.dispose();
      });
    });

    it('sends the gradient of a flat patch to one winner of a max pooling window', async () => {
      const network = randomNetwork();
      const content = randomImage(16, 12, 1);
      const style = randomImage(16, 12, 2);
      const image = flatImage(16, 12, 0.5);
      const model = await load('max', network);
      const objective = await compile(model, content, style, weights);
      const { gradient } = await objective.evaluate(image.data);
      expectGradient(
        gradient,
        referenceObjective({ network, pooling: 'max', content, style, weights })(image).gradient,
      );
      await model.dispose();
    });

    it('takes other weights and other targets without being compiled again', async () => {
      const network = randomNetwork();
      const content = randomImage(16, 12, 1);
      const image = randomImage(16, 12, 3);
      const model = await load('average', network);
      const objective = await compile(model, content, randomImage(16, 12, 2), weights);
      await objective.evaluate(image.data);

      const other = randomImage(14, 18, 9);
      const half: Weights = { 'style:block3_conv1': 0.5, tv: 2 };
      objective.retarget({
        content: (await model.targets(content, { content: taps.content, style: [] })).activations,
        style: (await model.targets(other, { content: [], style: taps.style })).grams,
      });
      objective.reweight(half);
      const { loss, gradient } = await objective.evaluate(image.data);
      const expected = referenceObjective({
        network,
        pooling: 'average',
        content,
        style: other,
        weights: half,
      })(image);
      expectValue(loss, expected.loss);
      expectGradient(gradient, expected.gradient);
      await model.dispose();
    });

    it('is 0 where the picture is the target, and finite where the target is flat or black', async () => {
      const content = flatImage(16, 12, 0);
      const model = await load('average');
      const objective = await compile(model, content, content, weights);
      const { loss, gradient } = await objective.evaluate(content.data);
      expect(loss).toBeLessThan(1e-10);
      expect(gradient.every((g) => Math.abs(g) < 1e-5)).toBe(true);
      const elsewhere = await objective.evaluate(randomImage(16, 12, 3).data);
      expect(Number.isFinite(elsewhere.loss)).toBe(true);
      expect(elsewhere.gradient.every(Number.isFinite)).toBe(true);
      await model.dispose();
    });

    it('is only total variation where no tap is read', async () => {
      const image = randomImage(7, 5, 3);
      const model = await load('average');
      expect(await model.targets(image, { content: [], style: [] })).toEqual({ activations: {}, grams: {} });
      const objective = await model.objective({ content: {}, style: {}, weights: { tv: 1 } }, image);
      const { loss, gradient } = await objective.evaluate(image.data);
      const expected = referenceObjective({
        network: randomNetwork(),
        pooling: 'average',
        content: image,
        style: image,
        weights: { tv: 1 },
      })(image);
      expectValue(loss, expected.loss);
      expectGradient(gradient, expected.gradient);
      await model.dispose();
    });

    it('serves several sizes from one model, and gives the same numbers every time, bit for bit', async () => {
      const model = await load('average');
      const run = async (width: number, height: number): Promise<Float32Array> => {
        const objective = await compile(
          model,
          randomImage(width, height, 1),
          randomImage(20, 20, 2),
          weights,
        );
        const { gradient } = await objective.evaluate(randomImage(width, height, 3).data);
        await objective.dispose();
        return gradient;
      };
      const first = await run(16, 12);
      await run(33, 22);
      expect(await run(16, 12)).toEqual(first);
      await model.dispose();
    });

    it('hands out gradients that later evaluations leave alone', async () => {
      const model = await load('average');
      const objective = await compile(model, randomImage(16, 12, 1), randomImage(16, 12, 2), weights);
      const { gradient } = await objective.evaluate(randomImage(16, 12, 3).data);
      const copy = gradient.slice();
      await objective.evaluate(randomImage(16, 12, 4).data);
      expect(gradient).toEqual(copy);
      await model.dispose();
    });

    it('refuses what is not finite, has the wrong size, or names a layer or term that is not there', async () => {
      const model = await load('average');
      const image = randomImage(16, 12, 3);
      const objective = await compile(model, randomImage(16, 12, 1), randomImage(16, 12, 2), weights);
      for (const bad of [NaN, Infinity, -Infinity]) {
        const data = image.data.slice();
        data[100] = bad;
        await expect(objective.evaluate(data)).rejects.toMatchObject({
          name: 'StyleError',
          code: 'non-finite',
        });
        await expect(model.targets({ ...image, data }, taps)).rejects.toMatchObject({ code: 'non-finite' });
      }
      await expect(objective.evaluate(image.data.slice(1))).rejects.toMatchObject({ code: 'bad-picture' });
      await expect(model.targets(image, { content: ['block9_conv9'], style: [] })).rejects.toMatchObject({
        code: 'unknown-tap',
      });
      expect(() => objective.reweight({ 'style:block1_conv2': 1 })).toThrow(
        expect.objectContaining({ code: 'unknown-tap' }),
      );
      await expect(
        model.objective({ content: { block2_conv1: new Float32Array(3) }, style: {}, weights: {} }, image),
      ).rejects.toMatchObject({ code: 'bad-picture' });
      // None of this has broken it.
      expect(Number.isFinite((await objective.evaluate(image.data)).loss)).toBe(true);
      await model.dispose();
    });

    it('refuses to work after it was disposed, and may be disposed twice', async () => {
      const model = await load('average');
      const image = randomImage(16, 12, 3);
      const objective = await compile(model, image, image, weights);
      await objective.dispose();
      await objective.dispose();
      await expect(objective.evaluate(image.data)).rejects.toMatchObject({ code: 'disposed' });
      await model.dispose();
      await model.dispose();
      await expect(model.targets(image, taps)).rejects.toMatchObject({ code: 'disposed' });
    });

    it('gives the memory back when a model is disposed', async () => {
      const image = randomImage(256, 256, 3);
      const useOnce = async (): Promise<void> => {
        const model = await load('average');
        const objective = await compile(model, image, image, weights);
        await objective.evaluate(image.data);
        await objective.dispose();
        await model.dispose();
      };
      for (let i = 0; i < 5; i += 1) await useOnce();
      const before = process.memoryUsage.rss();
      for (let i = 0; i < 20; i += 1) await useOnce();
      // One evaluation at this size takes more than 10 MB: twenty that are kept would be over 200.
      expect(process.memoryUsage.rss() - before).toBeLessThan(100e6);
    });

    it('refuses a network whose tensors do not fit together', async () => {
      const network = randomNetwork();
      const [first, ...others] = network.operations;
      if (first.kind !== 'convolution') throw new Error('the random network begins with a convolution');
      const broken = { ...network, operations: [{ ...first, bias: first.bias.slice(1) }, ...others] };
      await expect(load('average', broken)).rejects.toMatchObject({ code: 'bad-network' });
    });

    const golden = sharedPath('golden');
    const goldenNetwork = sharedPath('models', 'vgg19');
    const isPresent = golden !== undefined && goldenNetwork !== undefined;
    describe.skipIf(!isPresent)(`against PyTorch in float64${isPresent ? '' : ` (${skipReason})`}`, () => {
      it.each(['cat-wave-avg', 'cat-wave-max', 'odd-size'])(
        'agrees on every term of %s',
        async (caseName) => {
          const { contentTaps, styleTaps, pooling, content, style, image, terms } = await readGoldenCase(
            golden!,
            caseName,
          );
          const model = await load(pooling, await readGoldenNetwork());
          const targets = {
            content: (await model.targets(content, { content: contentTaps, style: [] })).activations,
            style: (await model.targets(style, { content: [], style: styleTaps })).grams,
          };
          const objective = await model.objective({ ...targets, weights: {} }, image);
          expect(Object.keys(terms)).toHaveLength(contentTaps.length + styleTaps.length + 1);
          for (const [term, { loss, gradient }] of Object.entries(terms)) {
            objective.reweight({ [term]: 1 });
            const evaluation = await objective.evaluate(image.data);
            expectValue(evaluation.terms[term as TermName], loss);
            expectValue(evaluation.loss, loss);
            expectGradient(evaluation.gradient, gradient);
          }
          const all = Object.entries(terms);
          objective.reweight(Object.fromEntries(all.map(([term], index) => [term, 1 / (index + 1)])));
          const total = await objective.evaluate(image.data);
          expectValue(
            total.loss,
            all.reduce((sum, [, { loss }], index) => sum + loss / (index + 1), 0),
          );
          expectGradient(
            total.gradient,
            image.data.map((_, i) =>
              all.reduce((sum, [, { gradient }], index) => sum + gradient[i] / (index + 1), 0),
            ),
          );
          await model.dispose();
        },
      );
    });
  });
}

async function compile(
  model: Model,
  content: PlanarImage,
  style: PlanarImage,
  initial: Weights,
): Promise<Objective> {
  const { activations } = await model.targets(content, { content: taps.content, style: [] });
  const { grams } = await model.targets(style, { content: [], style: taps.style });
  return model.objective({ content: activations, style: grams, weights: initial }, content);
}
