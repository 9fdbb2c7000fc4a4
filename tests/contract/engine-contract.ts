import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, LoadOptions, Model, Objective, TermName, Weights } from '../../server/style/engine';
import type { PlanarImage } from '../../server/style/image';
import type { Network } from '../../server/style/network';
import type { ObjectiveForm } from '../../server/style/objective-form';
import { gaussianSource } from '../../server/style/random';
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

/** An engine without fast convolutions takes minutes for VGG-19. */
const goldenTimeout = 300_000;

const forms: readonly ObjectiveForm[] = ['relative', 'classic'];

const plain: LoadOptions = { pooling: 'average', padding: 'zero' };
const ways: readonly LoadOptions[] = (['average', 'scaled-average', 'max'] as const).flatMap((pooling) => [
  { pooling, padding: 'zero' },
  { pooling, padding: 'replicate' },
]);

/** What every engine owes to whoever computes with it. */
export function describeEngine(name: string, open: () => Promise<Engine>): void {
  describe(`engine ${name}`, () => {
    let engine: Engine;
    beforeAll(async () => {
      engine = await open();
    });
    afterAll(() => engine.dispose());

    const load = (options: LoadOptions = plain, network: Network = randomNetwork()): Promise<Model> =>
      engine.load(network, options);

    describe.each(ways)('with $pooling pooling and $padding padding', (options) => {
      it.each(sizes)(
        'agrees with the float64 reference at %d×%d, term by term and in total',
        async (width, height) => {
          const network = randomNetwork();
          const content = randomImage(width, height, 1);
          const style = randomImage(19, 14, 2);
          const image = randomImage(width, height, 3);
          const model = await load(options, network);
          const objective = await compile(model, content, style, {});
          const targets = await targetsOf(model, content, style);

          for (const form of forms) {
            objective.retarget({ ...targets, form });
            const expectedWith = (some: Weights) =>
              referenceObjective({ network, ...options, form, content, style, weights: some })(image);

            objective.reweight(weights);
            const total = await objective.evaluate(image.data);
            const expected = expectedWith(weights);
            expectValue(total.loss, expected.loss);
            expectGradient(total.gradient, expected.gradient);
            expect(Object.keys(total.terms).sort()).toEqual(Object.keys(weights).sort());

            for (const term of Object.keys(weights) as TermName[]) {
              const alone: Weights = { [term]: 1 };
              objective.reweight(alone);
              const { loss, terms, gradient } = await objective.evaluate(image.data);
              const expectedAlone = expectedWith(alone);
              expectValue(terms[term], expectedAlone.terms[term]);
              expectValue(loss, expectedAlone.loss);
              expectGradient(gradient, expectedAlone.gradient);
            }
          }
          await objective.dispose();
          await model.dispose();
        },
      );

      it('gives the activations and Gram matrices of the float64 reference as targets', async () => {
        const network = randomNetwork();
        const image = randomImage(15, 11, 5);
        const model = await load(options, network);
        const { activations, grams } = await model.targets(image, taps);
        expect(Object.keys(activations).sort()).toEqual([...taps.content].sort());
        expect(Object.keys(grams).sort()).toEqual([...taps.style].sort());
        for (const tap of taps.content) {
          expectGradient(activations[tap], referenceActivation(network, options, image, tap));
        }
        for (const tap of taps.style) expectGradient(grams[tap], referenceGram(network, options, image, tap));
        await model.dispose();
      });

      it('has the gradient that differences of its own values give', async () => {
        const image = randomImage(18, 13, 3);
        const model = await load(options);
        const objective = await compile(model, randomImage(18, 13, 1), randomImage(15, 16, 2), weights);
        const { gradient } = await objective.evaluate(image.data);
        const gaussian = gaussianSource(11);
        const length = Math.hypot(...gradient);
        for (let trial = 0; trial < 4; trial += 1) {
          // Half of the way uphill, so that the slope is well above what float32 rounds away.
          const direction = gradient.map((g) => g / length + gaussian() / Math.sqrt(gradient.length));
          const step = 2e-3;
          const ahead = await valueAt(objective, image.data, direction, step);
          const behind = await valueAt(objective, image.data, direction, -step);
          const slope = gradient.reduce((sum, g, i) => sum + g * direction[i], 0);
          expect(Math.abs((ahead - behind) / (2 * step) - slope)).toBeLessThan(5e-3 * Math.abs(slope));
        }
        await model.dispose();
      });
    });

    it('sends the gradient of a flat patch to one winner of a max pooling window', async () => {
      const network = randomNetwork();
      const content = randomImage(16, 12, 1);
      const style = randomImage(16, 12, 2);
      const image = flatImage(16, 12, 0.5);
      const model = await load({ pooling: 'max', padding: 'zero' }, network);
      const objective = await compile(model, content, style, weights);
      const { gradient } = await objective.evaluate(image.data);
      expectGradient(
        gradient,
        referenceObjective({ network, pooling: 'max', content, style, weights })(image).gradient,
      );
      await model.dispose();
    });

    it('takes other weights, other targets and the other form without being compiled again', async () => {
      const network = randomNetwork();
      const content = randomImage(16, 12, 1);
      const image = randomImage(16, 12, 3);
      const model = await load(plain, network);
      const objective = await compile(model, content, randomImage(16, 12, 2), weights);
      await objective.evaluate(image.data);

      const other = randomImage(14, 18, 9);
      const half: Weights = { 'style:block3_conv1': 0.5, tv: 2 };
      objective.reweight(half);
      for (const form of forms) {
        objective.retarget({ ...(await targetsOf(model, content, other)), form });
        const { loss, gradient } = await objective.evaluate(image.data);
        const expected = referenceObjective({
          network,
          ...plain,
          form,
          content,
          style: other,
          weights: half,
        })(image);
        expectValue(loss, expected.loss);
        expectGradient(gradient, expected.gradient);
      }
      await model.dispose();
    });

    it('is 0 where the picture is the target, and finite where the target is flat or black', async () => {
      const content = flatImage(16, 12, 0);
      const model = await load();
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
      const model = await load();
      expect(await model.targets(image, { content: [], style: [] })).toEqual({ activations: {}, grams: {} });
      const objective = await model.objective(
        { content: {}, style: {}, form: 'relative', weights: { tv: 1 } },
        image,
      );
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

    it.each([
      [4, 4],
      [5, 4],
      [7, 6],
    ])(
      'pads with the border’s own pixels at %d×%d, down to one pixel at the deepest layer',
      async (width, height) => {
        const network = randomNetwork();
        const options = { pooling: 'average', padding: 'replicate' } as const;
        const [content, style, image] = [1, 2, 3].map((seed) => randomImage(width, height, seed));
        const model = await load(options, network);
        const objective = await compile(model, content, style, weights);
        const { loss, gradient } = await objective.evaluate(image.data);
        const expected = referenceObjective({ network, ...options, content, style, weights })(image);
        expectValue(loss, expected.loss);
        expectGradient(gradient, expected.gradient);
        await model.dispose();
      },
    );

    it('serves several sizes from one model, and gives the same numbers every time, bit for bit', async () => {
      const model = await load();
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
      const model = await load();
      const objective = await compile(model, randomImage(16, 12, 1), randomImage(16, 12, 2), weights);
      const { gradient } = await objective.evaluate(randomImage(16, 12, 3).data);
      const copy = gradient.slice();
      await objective.evaluate(randomImage(16, 12, 4).data);
      expect(gradient).toEqual(copy);
      await model.dispose();
    });

    it('refuses what is not finite, has the wrong size, or names a layer or term that is not there', async () => {
      const model = await load();
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
        model.objective(
          { content: { block2_conv1: new Float32Array(3) }, style: {}, form: 'relative', weights: {} },
          image,
        ),
      ).rejects.toMatchObject({ code: 'bad-picture' });
      // None of this has broken it.
      expect(Number.isFinite((await objective.evaluate(image.data)).loss)).toBe(true);
      await model.dispose();
    });

    it('refuses to work after it was disposed, and may be disposed twice', async () => {
      const model = await load();
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
        const model = await load();
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
      await expect(load(plain, broken)).rejects.toMatchObject({ code: 'bad-network' });
    });

    const golden = sharedPath('golden');
    const goldenNetwork = sharedPath('models', 'vgg19');
    const isPresent = golden !== undefined && goldenNetwork !== undefined;
    describe.skipIf(!isPresent)(`against PyTorch in float64${isPresent ? '' : ` (${skipReason})`}`, () => {
      it.each(['cat-wave-avg', 'cat-wave-max', 'odd-size'])(
        'agrees on every term of %s, in either form',
        { timeout: goldenTimeout },
        async (caseName) => {
          const { contentTaps, styleTaps, pooling, content, style, image, terms, meanSquares } =
            await readGoldenCase(golden!, caseName);
          const model = await load({ pooling, padding: 'zero' }, await readGoldenNetwork());
          const targets = {
            content: (await model.targets(content, { content: contentTaps, style: [] })).activations,
            style: (await model.targets(style, { content: [], style: styleTaps })).grams,
          };
          const objective = await model.objective({ ...targets, form: 'relative', weights: {} }, image);
          const all = Object.entries(terms);
          expect(all).toHaveLength(contentTaps.length + styleTaps.length + 1);
          for (const form of forms) {
            objective.retarget({ ...targets, form });
            for (const [term, { loss, gradient }] of all) {
              const ratio = form === 'classic' ? classicToRelative(term, targets) : 1;
              objective.reweight({ [term]: 1 });
              const evaluation = await objective.evaluate(image.data);
              expectValue(evaluation.terms[term as TermName], ratio * loss);
              expectValue(evaluation.loss, ratio * loss);
              expectGradient(
                evaluation.gradient,
                gradient.map((g) => ratio * g),
              );
              // The mean square of a content layer was computed by PyTorch itself as well.
              const meanSquare = meanSquares[term];
              if (form === 'classic' && meanSquare !== undefined) expectValue(evaluation.loss, meanSquare);
            }
          }
          expect(Object.keys(meanSquares)).toHaveLength(contentTaps.length);

          objective.retarget({ ...targets, form: 'relative' });
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

interface TermTargets {
  readonly content: Readonly<Record<string, Float32Array>>;
  readonly style: Readonly<Record<string, Float32Array>>;
}

/** What a relative term must be multiplied by to be the classic one; that depends on its target alone. */
function classicToRelative(term: string, targets: TermTargets): number {
  if (term === 'tv') return 1;
  const [kind, tap] = term.split(':') as ['content' | 'style', string];
  const target = targets[kind][tap];
  const squaredNorm = target.reduce((sum, value) => sum + value * value, 0);
  return squaredNorm / (kind === 'content' ? target.length : 4 * target.length);
}

async function valueAt(
  objective: Objective,
  pixels: Float32Array,
  direction: Float32Array,
  step: number,
): Promise<number> {
  return (await objective.evaluate(pixels.map((value, i) => value + step * direction[i]))).loss;
}

async function targetsOf(model: Model, content: PlanarImage, style: PlanarImage): Promise<TermTargets> {
  return {
    content: (await model.targets(content, { content: taps.content, style: [] })).activations,
    style: (await model.targets(style, { content: [], style: taps.style })).grams,
  };
}

async function compile(
  model: Model,
  content: PlanarImage,
  style: PlanarImage,
  initial: Weights,
): Promise<Objective> {
  const targets = await targetsOf(model, content, style);
  return model.objective({ ...targets, form: 'relative', weights: initial }, content);
}
