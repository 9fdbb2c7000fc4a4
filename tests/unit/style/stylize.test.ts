import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOnnxEngine } from '../../../server/engines/onnx/engine';
import { withChromaOf } from '../../../server/style/colour';
import type { Evaluation, LoadOptions, Model } from '../../../server/style/engine';
import { covering } from '../../../server/style/initial-picture';
import { resize } from '../../../server/style/resize';
import type { SteeringPatch, StyleSettings } from '../../../server/style/settings';
import { atFullSize, rawAtFullSize, stylize } from '../../../server/style/stylize';
import type { Iterate, StylizeInput } from '../../../server/style/stylize';
import { countingEngine } from '../../support/counting-engine';
import { randomImage, randomNetwork } from '../../support/random-network';
import { styleSettings } from '../../support/style-settings';

const content = randomImage(300, 200, 1);
const styles = [randomImage(150, 120, 2), randomImage(90, 140, 3)];
const network = randomNetwork();

/** The settings of a run with both style pictures. */
const settings: StyleSettings = { ...styleSettings, styleBlend: [1, 1] };

const onnx = openOnnxEngine({ threads: 1 });
const { engine, use } = countingEngine(onnx);
afterAll(() => onnx.dispose());

/** A run on the tiny network; `steering[k]` is handed over after iteration k. */
async function* run(
  changes: Partial<StylizeInput> & { steering?: Record<number, SteeringPatch> } = {},
): AsyncGenerator<Iterate, void, void> {
  const { steering = {}, ...input } = changes;
  const pending = new Map(Object.entries(steering).map(([iteration, patch]) => [Number(iteration), patch]));
  let iteration = 0;
  let clock = 0;
  const iterates = stylize({
    load: (options) => engine.load(network, options),
    content,
    styles,
    settings,
    now: () => (clock += 1),
    steer() {
      const patch = pending.get(iteration);
      pending.delete(iteration);
      return patch;
    },
    ...input,
  });
  for await (const iterate of iterates) {
    iteration = iterate.iteration;
    yield iterate;
  }
}

async function all(generator: AsyncGenerator<Iterate, void, void>): Promise<Iterate[]> {
  const iterates: Iterate[] = [];
  for await (const iterate of generator) iterates.push(iterate);
  return iterates;
}

/** A model whose objectives are lowest where they are first evaluated, whatever their gradients say. */
function stuck(model: Model): Model {
  return {
    targets: (image, taps) => model.targets(image, taps),
    async objective(spec, size) {
      const objective = await model.objective(spec, size);
      let first: Evaluation | undefined;
      return {
        async evaluate(pixels) {
          first ??= await objective.evaluate(pixels);
          return first;
        },
        reweight: (weights) => objective.reweight(weights),
        retarget: (targets) => objective.retarget(targets),
        dispose: () => objective.dispose(),
      };
    },
    dispose: () => model.dispose(),
  };
}

/** Pictures are compared by it: `toEqual` takes seconds for their numbers. */
const sha = (pixels: Float32Array): string =>
  createHash('sha256').update(new Uint8Array(pixels.buffer)).digest('hex');
const shas = (iterates: readonly Iterate[]): string[] => iterates.map(({ pixels }) => sha(pixels));
const lastOf = (iterates: readonly Iterate[]): Iterate => iterates[iterates.length - 1];

/** The run that most tests compare with: without any change. */
let plain: Iterate[];
beforeAll(async () => {
  plain = await all(run());
});

function expectNothingAlive(): void {
  expect(use).toMatchObject({ liveModels: 0, liveObjectives: 0 });
}

describe('stylize', () => {
  it('yields the start and every iteration, coarse to fine, and disposes everything', async () => {
    const iterates = plain;
    expect(iterates.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 13 }, (_, i) => i));
    expect(iterates.map(({ scale }) => scale)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]);
    expect(iterates[0]).toMatchObject({
      width: 128,
      height: 86,
      scales: 2,
      finalSize: { width: 256, height: 171 },
    });
    expect(lastOf(iterates)).toMatchObject({ width: 256, height: 171, totalIterations: 12 });
    for (const { width, height, pixels, loss, terms, evaluations, iteration, milliseconds } of iterates) {
      expect(pixels).toHaveLength(3 * width * height);
      expect(pixels.every(Number.isFinite)).toBe(true);
      expect(loss.total).toBeCloseTo(loss.content + loss.style + loss.tv, 12);
      expect(loss.style).toBeCloseTo((terms['style:block1_conv1'] + terms['style:block2_conv1']) / 2, 6);
      expect(loss.tv).toBeCloseTo(0.01 * terms.tv, 9);
      expect(evaluations).toBeGreaterThan(iteration);
      expect(milliseconds).toBeGreaterThan(0);
    }
    for (const scale of [0, 1]) {
      const losses = iterates.filter((iterate) => iterate.scale === scale).map(({ loss }) => loss.total);
      losses.slice(1).forEach((loss, index) => expect(loss).toBeLessThan(losses[index]));
    }
    expectNothingAlive();
  });

  it('gives the same pictures, bit for bit, for the same settings and seed', async () => {
    expect(shas(await all(run()))).toEqual(shas(plain));
  });

  it('gives another picture for another seed, and starts from the content for seed 0', async () => {
    const short = { ...settings, iterations: 2, size: 128 };
    const first = lastOf(await all(run({ settings: { ...short, seed: 1 } })));
    const same = lastOf(await all(run({ settings: { ...short, seed: 1 } })));
    const other = lastOf(await all(run({ settings: { ...short, seed: 2 } })));
    expect(sha(first.pixels)).toBe(sha(same.pixels));
    expect(sha(first.pixels)).not.toBe(sha(other.pixels));
    const own = randomImage(100, 60, 8);
    const [start] = await all(run({ content: own, settings: short }));
    expect(sha(start.pixels)).toBe(sha(own.data));
  });

  it('never enlarges the content', async () => {
    const iterates = await all(run({ content: randomImage(100, 60, 8) }));
    expect(iterates.every(({ width, height }) => width === 100 && height === 60)).toBe(true);
  });

  it('obeys changed weights at the very next iteration, without compiling', async () => {
    const patch = { styleWeight: 7, tvWeight: 0.5, contentWeight: 0.25 };
    const before = use.compilations;
    const iterates = await all(run({ steering: { 3: patch } }));
    expect(use.compilations - before).toBe(2);
    expect(shas(iterates.slice(0, 4))).toEqual(shas(plain.slice(0, 4)));
    expect(sha(iterates[4].pixels)).not.toBe(sha(plain[4].pixels));
    const { loss, terms } = iterates[4];
    expect(loss.tv).toBeCloseTo(0.5 * terms.tv, 9);
    expect(loss.content).toBeCloseTo(0.25 * terms['content:block3_conv1'], 9);
    expect(loss.style).toBeCloseTo(3.5 * (terms['style:block1_conv1'] + terms['style:block2_conv1']), 6);
  });

  it('obeys a changed blend of the style pictures, without compiling', async () => {
    const before = use.compilations;
    const steered = await all(run({ steering: { 0: { styleBlend: [0, 1] } } }));
    expect(use.compilations - before).toBe(2);
    const second = await all(run({ settings: { ...settings, styleBlend: [0, 5] } }));
    expect(sha(lastOf(steered).pixels)).toBe(sha(lastOf(second).pixels));
  });

  it('does not throw away what L-BFGS has learnt where nothing of the objective has changed', async () => {
    const steered = await all(run({ steering: { 3: { contentWeight: 1, iterations: 12 } } }));
    expect(sha(lastOf(steered).pixels)).toBe(sha(lastOf(plain).pixels));
  });

  it('reads other layers, and leaves some out, from the next iteration on', async () => {
    const steering = {
      2: { styleLayers: { block3_conv2: 1 }, contentLayers: { block2_conv1: 2, block3_conv1: 0 } },
      4: { styleLayers: {} },
    };
    const iterates = await all(run({ steering }));
    expect(Object.keys(iterates[3].terms).sort()).toEqual([
      'content:block2_conv1',
      'style:block3_conv2',
      'tv',
    ]);
    expect(iterates[3].loss.style).toBeCloseTo(iterates[3].terms['style:block3_conv2'], 9);
    expect(iterates[5].loss.style).toBe(0);
    expectNothingAlive();
  });

  it('changes the pooling', async () => {
    const loads = use.loads;
    const iterates = await all(run({ steering: { 2: { pooling: 'max' } } }));
    expect(use.loads - loads).toBe(2);
    expect(sha(iterates[3].pixels)).not.toBe(sha(plain[3].pixels));
    expectNothingAlive();
  });

  it('makes more iterations where more are asked for', async () => {
    const iterates = await all(run({ steering: { 2: { iterations: 20 } } }));
    expect(lastOf(iterates)).toMatchObject({ iteration: 20, totalIterations: 20, scale: 1 });
    expect(iterates[2].totalIterations).toBe(12);
    expect(iterates[3].totalIterations).toBe(20);
  });

  it('ends at once where fewer are asked for than are done, yet at full size', async () => {
    const coarse = await all(run({ steering: { 4: { iterations: 2 } } }));
    expect(lastOf(coarse)).toMatchObject({ iteration: 5, totalIterations: 5, width: 256, height: 171 });
    const fine = await all(run({ steering: { 8: { iterations: 2 } } }));
    expect(lastOf(fine)).toMatchObject({ iteration: 8, width: 256, height: 171 });
  });

  it('delivers the picture so far at full size where it is stopped at a coarse scale', async () => {
    const generator = run();
    await generator.next();
    const { value } = await generator.next();
    if (!value) throw new Error('the run has ended already');
    await generator.return();
    expectNothingAlive();
    expect(value).toMatchObject({ width: 128, height: 86 });
    const picture = atFullSize(value);
    expect(picture).toMatchObject({ width: 256, height: 171 });
    expect(picture.data.every(Number.isFinite)).toBe(true);
  });

  it('goes on from a finished run at the last scale', async () => {
    const finished = lastOf(plain);
    const start = { pixels: atFullSize(finished), iteration: finished.iteration };
    const more = await all(run({ start, settings: { ...settings, iterations: 16 } }));
    expect(more.map(({ iteration }) => iteration)).toEqual([12, 13, 14, 15, 16]);
    expect(more.every(({ scale, totalIterations }) => scale === 1 && totalIterations === 16)).toBe(true);
    expect(sha(more[0].pixels)).toBe(sha(finished.pixels));
    expect(lastOf(more).loss.total).toBeLessThan(finished.loss.total);
    await expect(all(run({ start }))).rejects.toMatchObject({ code: 'bad-settings' });
  });

  it.each([1, 4, 9])('goes on from iteration %i at the scale of its picture', async (iteration) => {
    const { pixels, width, height, scale } = plain[iteration];
    const start = { pixels: { width, height, data: pixels }, iteration, scale };
    const more = await all(run({ start }));
    const rest = plain.slice(iteration);
    const schedule = (iterates: readonly Iterate[]) =>
      iterates.map((iterate) => [iterate.iteration, iterate.totalIterations, iterate.scale, iterate.width]);
    expect(schedule(more)).toEqual(schedule(rest));
    expect(sha(more[0].pixels)).toBe(sha(pixels));
    expect(lastOf(more).loss.total).toBeLessThan(plain[iteration].loss.total);
    expectNothingAlive();
  });

  it('paints the same picture, bit for bit, where it goes on at a change of scales: nothing was learnt there', async () => {
    const { pixels, width, height, scale, iteration } = plain.findLast((iterate) => iterate.scale === 0)!;
    const more = await all(run({ start: { pixels: { width, height, data: pixels }, iteration, scale } }));
    expect(more[0]).toMatchObject({ iteration, scale: 1, width: 256 });
    expect(shas(more.slice(1))).toEqual(shas(plain.slice(iteration + 1)));
  });

  it('ends at once, with its picture, where it goes on at the last scale and fewer iterations are asked for', async () => {
    const { pixels, width, height, scale } = plain[9];
    const start = { pixels: { width, height, data: pixels }, iteration: 9, scale };
    const more = await all(run({ start, settings: { ...settings, iterations: 5 } }));
    expect(more).toHaveLength(1);
    expect(more[0]).toMatchObject({ iteration: 9, totalIterations: 9 });
    expect(sha(more[0].pixels)).toBe(sha(pixels));
  });

  it('makes all iterations at the last scale from a given picture, also as iteration 0', async () => {
    const start = { pixels: randomImage(64, 43, 9), iteration: 0 };
    const iterates = await all(run({ start, settings: { ...settings, iterations: 4 } }));
    expect(iterates.map(({ iteration }) => iteration)).toEqual([0, 1, 2, 3, 4]);
    expect(iterates.every(({ width, height }) => width === 256 && height === 171)).toBe(true);
  });

  it('counts the iterations at its floor without computing them, until it is steered', async () => {
    const iterates = await all(
      run({
        content: randomImage(60, 40, 8),
        settings: { ...settings, iterations: 40 },
        steering: { 30: { tvWeight: 0.5 } },
        load: async (options) => stuck(await engine.load(network, options)),
      }),
    );
    expect(iterates.map(({ iteration }) => iteration)).toEqual(Array.from({ length: 41 }, (_, i) => i));
    const evaluations = iterates.map((iterate) => iterate.evaluations);
    expect(evaluations[1]).toBeGreaterThan(2);
    // The gradient's shares are measured once, and then nothing is.
    expect(evaluations[2]).toBe(evaluations[1] + 1);
    expect(new Set(evaluations.slice(2, 31)).size).toBe(1);
    // The new objective is evaluated where the picture is, and then tried.
    expect(evaluations[31]).toBeGreaterThan(evaluations[30] + 2);
    // Likewise.
    expect(evaluations[32]).toBe(evaluations[31] + 1);
    expect(new Set(evaluations.slice(32)).size).toBe(1);
    expectNothingAlive();
  });

  it('disposes everything where it fails', async () => {
    await expect(all(run({ styles: [] }))).rejects.toMatchObject({ code: 'bad-settings' });
    await expect(all(run({ settings: { ...settings, styleBlend: [1] } }))).rejects.toMatchObject({
      code: 'bad-settings',
    });
    await expect(all(run({ steering: { 3: { styleLayers: { nowhere: 1 } } } }))).rejects.toMatchObject({
      code: 'unknown-tap',
    });
    await expect(all(run({ steering: { 3: { tvWeight: NaN } } }))).rejects.toMatchObject({
      code: 'bad-settings',
    });
    expectNothingAlive();
  });

  it('counts the time of an iteration, and not that of a pause', async () => {
    let clock = 0;
    const generator = run({ now: () => clock });
    await generator.next();
    clock += 10_000;
    const { value } = await generator.next();
    expect(value).toMatchObject({ iteration: 1, milliseconds: 0 });
    await generator.return();
  });

  it('paints with Adam, within the range of a picture, and shows its average where that is asked for', async () => {
    const adam = { ...settings, optimiser: 'adam' as const };
    const iterates = await all(run({ settings: adam }));
    expect(lastOf(iterates).loss.total).toBeLessThan(iterates[7].loss.total);
    for (const { pixels } of iterates) expect(pixels.every((value) => value >= 0 && value <= 1)).toBe(true);
    const averaged = await all(run({ settings: { ...adam, iterateAveraging: true } }));
    expect(shas(averaged)).toEqual(shas(iterates));
    expect(sha(lastOf(iterates).picture().data)).toBe(sha(lastOf(iterates).pixels));
    expect(sha(lastOf(averaged).picture().data)).not.toBe(sha(lastOf(averaged).pixels));
    expect(sha(rawAtFullSize(lastOf(averaged)).data)).toBe(sha(lastOf(averaged).pixels));
    const steered = await all(run({ settings: adam, steering: { 8: { iterateAveraging: true } } }));
    expect(sha(lastOf(steered).picture().data)).not.toBe(sha(lastOf(steered).pixels));
    expect(sha(lastOf(steered).pixels)).toBe(sha(lastOf(iterates).pixels));
    const faster = await all(run({ settings: adam, steering: { 3: { learningRate: 0.1 } } }));
    expect(sha(faster[3].pixels)).toBe(sha(iterates[3].pixels));
    expect(sha(faster[4].pixels)).not.toBe(sha(iterates[4].pixels));
  });

  it('shows the content’s chroma where it is kept, and optimises the same picture', async () => {
    const iterates = await all(run({ settings: { ...settings, colour: 'luminance' } }));
    expect(shas(iterates)).toEqual(shas(plain));
    const last = lastOf(iterates);
    const expected = withChromaOf(
      { width: 256, height: 171, data: last.pixels },
      resize(content, last.finalSize),
    );
    expect(sha(atFullSize(last).data)).toBe(sha(expected.data));
  });

  it.each<[string, SteeringPatch]>([
    ['the form', { form: 'classic' }],
    ['the size of the style pictures', { styleScale: 0.5 }],
    ['the colours of the style pictures', { colour: 'match' }],
  ])('obeys %s at the next iteration, without compiling', async (_, patch) => {
    const { compilations, loads } = use;
    const steered = await all(run({ steering: { 0: patch } }));
    expect([use.compilations - compilations, use.loads - loads]).toEqual([2, 1]);
    expect(sha(steered[1].pixels)).not.toBe(sha(plain[1].pixels));
    const fromStart = await all(run({ settings: { ...settings, ...patch } }));
    expect(sha(lastOf(fromStart).pixels)).toBe(sha(lastOf(steered).pixels));
  });

  it('loads the network anew for another padding', async () => {
    const { loads } = use;
    const iterates = await all(run({ steering: { 2: { padding: 'replicate' } } }));
    expect(use.loads - loads).toBe(2);
    expect(sha(iterates[3].pixels)).not.toBe(sha(plain[3].pixels));
    expectNothingAlive();
  });

  it('starts from another picture, cut to the content’s proportions', async () => {
    const initial = randomImage(50, 50, 12);
    const short = { ...settings, iterations: 1 };
    const [own] = await all(run({ initial, settings: { ...short, initialisation: 'image' } }));
    expect(sha(own.pixels)).toBe(sha(covering(initial, own).data));
    await expect(all(run({ settings: { ...short, initialisation: 'image' } }))).rejects.toMatchObject({
      code: 'bad-settings',
    });
  });

  it('weighs every term, and sums them to the total', () => {
    for (const { weighted, terms, loss } of plain) {
      expect(Object.values(weighted).reduce((sum, value) => sum + value, 0)).toBeCloseTo(loss.total, 9);
      expect(weighted.tv).toBeCloseTo(0.01 * terms.tv, 9);
    }
  });

  it('measures each kind’s share of the gradient early in a scale, every 25 iterations, and after steering', async () => {
    const iterates = await all(
      run({
        content: randomImage(60, 40, 8),
        settings: { ...settings, iterations: 60 },
        steering: { 30: { contentWeight: 0 } },
      }),
    );
    const measured = iterates.filter(({ gradientShares }) => gradientShares !== undefined);
    // What is steered is evaluated anew for it: the shares come with the iteration after.
    expect(measured.map(({ iteration }) => iteration)).toEqual([2, 27, 32, 57]);
    for (const { gradientShares } of measured) {
      const { content, style, tv } = gradientShares!;
      expect(content + style + tv).toBeCloseTo(1, 9);
    }
    expect(measured[1].gradientShares!.content).toBeGreaterThan(0.01);
    expect(measured[2].gradientShares!.content).toBe(0);
    expect(measured[2].gradientShares!.style).toBeGreaterThan(0.5);
  });

  it('leaves a scale, and ends, once it has converged, unless the tolerance is 0', async () => {
    const long = { ...settings, iterations: 200, tolerance: 0.05 };
    const load = async (options: LoadOptions) => stuck(await engine.load(network, options));
    const iterates = await all(run({ load, settings: long }));
    // At its floor from the start: 31 losses that are the same, at each scale.
    expect(iterates.filter(({ scale }) => scale === 0)).toHaveLength(1 + 31);
    expect(iterates.filter(({ scale }) => scale === 1)).toHaveLength(31);
    expect(iterates.map(({ converged }) => converged).indexOf(true)).toBe(62);
    expect(lastOf(iterates)).toMatchObject({ iteration: 62, totalIterations: 62, converged: true });
    expect(iterates[30].totalIterations).toBe(200);
    expect(iterates[31].totalIterations).toBe(131);
    const steered = await all(run({ load, settings: long, steering: { 20: { tvWeight: 0.5 } } }));
    expect(steered.filter(({ scale }) => scale === 0)).toHaveLength(1 + 20 + 31);
    const patient = await all(run({ load, settings: { ...long, tolerance: 0 } }));
    expect(lastOf(patient)).toMatchObject({ iteration: 200, converged: false });
  });

  it('computes the targets of the next scale ahead, one picture an iteration', async () => {
    const asked: string[] = [];
    let iteration = 0;
    const load = async (options: LoadOptions): Promise<Model> => {
      const model = await engine.load(network, options);
      return {
        targets(image, taps) {
          asked.push(`${iteration}: ${image.width}×${image.height}`);
          return model.targets(image, taps);
        },
        objective: (spec, size) => model.objective(spec, size),
        dispose: () => model.dispose(),
      };
    };
    for await (const iterate of run({ load })) iteration = iterate.iteration;
    expect(asked).toEqual(['0: 128×86', '0: 128×102', '0: 82×128', '3: 256×171', '4: 256×205', '5: 165×256']);
  });

  describe('with a margin of 8 px', () => {
    const margin = 8;
    const withMargin = { ...settings, margin };

    it('paints on a canvas that is larger all round, and hands out the picture at its own size', async () => {
      const targets: string[] = [];
      const objectives: string[] = [];
      const evaluated = new Set<number>();
      const load = async (options: LoadOptions): Promise<Model> => {
        const model = await engine.load(network, options);
        return {
          targets(image, taps) {
            targets.push(`${image.width}×${image.height}`);
            return model.targets(image, taps);
          },
          async objective(spec, { width, height }) {
            objectives.push(`${width}×${height}`);
            const objective = await model.objective(spec, { width, height });
            return {
              evaluate(pixels) {
                evaluated.add(pixels.length);
                return objective.evaluate(pixels);
              },
              reweight: (weights) => objective.reweight(weights),
              retarget: (others) => objective.retarget(others),
              dispose: () => objective.dispose(),
            };
          },
          dispose: () => model.dispose(),
        };
      };
      const iterates = await all(run({ load, settings: withMargin }));
      expect(iterates.map(({ width, height }) => [width, height])).toEqual(
        plain.map(({ width, height }) => [width, height]),
      );
      for (const iterate of iterates) {
        const { width, height, pixels } = iterate;
        expect(pixels).toHaveLength(3 * width * height);
        const picture = iterate.picture();
        expect(picture).toMatchObject({ width, height });
        expect(sha(picture.data)).toBe(sha(pixels));
      }
      expect(iterates[0]).toMatchObject({ width: 128, height: 86, finalSize: { width: 256, height: 171 } });
      expect(sha(iterates[0].pixels)).toBe(sha(plain[0].pixels));
      expect(sha(iterates[1].pixels)).not.toBe(sha(plain[1].pixels));
      // Only the content has a margin; the style pictures are read as they are.
      expect(targets).toEqual(['144×96', '128×102', '82×128', '272×192', '256×205', '165×256']);
      expect(objectives).toEqual(['144×96', '272×192']);
      expect([...evaluated]).toEqual([3 * 144 * 96, 3 * 272 * 192]);
      for (const { loss, gradientShares } of [iterates[2], iterates[8]]) {
        expect(loss.total).toBeGreaterThan(0);
        const { content, style, tv } = gradientShares!;
        expect(content + style + tv).toBeCloseTo(1, 9);
      }
      expectNothingAlive();
    });

    it('keeps an iterate’s picture while the run goes on', async () => {
      const seen: [Iterate, string][] = [];
      for await (const iterate of run({ settings: withMargin })) seen.push([iterate, sha(iterate.pixels)]);
      expect(seen.map(([iterate]) => sha(iterate.pixels))).toEqual(seen.map(([, pixels]) => pixels));
    });

    it('shows the content’s chroma at the picture’s own size', async () => {
      const kept = { ...withMargin, colour: 'luminance' as const, iterations: 1 };
      const last = lastOf(await all(run({ settings: kept })));
      const { width, height, pixels, finalSize } = last;
      const expected = withChromaOf({ width, height, data: pixels }, resize(content, finalSize));
      expect(sha(last.picture().data)).toBe(sha(expected.data));
    });

    it('goes on from its own result', async () => {
      const finished = lastOf(await all(run({ settings: withMargin })));
      const pixels = rawAtFullSize(finished);
      expect(pixels).toMatchObject({ width: 256, height: 171 });
      const start = { pixels, iteration: finished.iteration };
      const more = await all(run({ start, settings: { ...withMargin, iterations: 16 } }));
      expect(more.map(({ iteration }) => iteration)).toEqual([12, 13, 14, 15, 16]);
      expect(more.every(({ width, height }) => width === 256 && height === 171)).toBe(true);
      expect(sha(more[0].pixels)).toBe(sha(finished.pixels));
      // The margin that it starts with is a mirror image again, not the one that was painted.
      expect(lastOf(more).loss.total).toBeLessThan(more[0].loss.total);
      expectNothingAlive();
    });
  });
});
