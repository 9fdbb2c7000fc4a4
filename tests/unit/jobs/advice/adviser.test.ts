import { describe, expect, it } from 'vitest';
import { Adviser, type AdviserInput } from '../../../../server/jobs/advice/adviser';
import type { Observation } from '../../../../server/jobs/advice/observation';
import { defaultSettings, type Settings } from '../../../../server/protocol/settings';
import type { PlanarImage } from '../../../../server/style/image';
import { gaussianSource } from '../../../../server/style/random';
import type { Iterate } from '../../../../server/style/stylize';

const SIDE = 64;
const settings: Settings = { ...defaultSettings('compact'), size: SIDE };
const layers = Object.keys(settings.styleLayers);

/** A grey picture: a value per pixel. */
function grey(side: number, value: (x: number, y: number) => number): PlanarImage {
  const data = Float32Array.from({ length: 3 * side * side }, (_, i) => {
    const pixel = i % (side * side);
    return value(pixel % side, Math.floor(pixel / side));
  });
  return { width: side, height: side, data };
}

/** Diagonal waves: fine ones are lost when they are shrunk, and rough where they are not. */
const waves = (side: number, period: number, amplitude = 0.2) =>
  grey(side, (x, y) => 0.5 + amplitude * Math.sin((2 * Math.PI * (x + y)) / period));

function speckled(side: number, deviation: number): PlanarImage {
  const gaussian = gaussianSource(5);
  const speckles = Array.from({ length: side * side }, () => deviation * gaussian());
  return grey(side, (x, y) => 0.5 + speckles[side * y + x]!);
}

const smooth = waves(SIDE, 48);
const boldStyle = waves(2 * SIDE, 48);

/** Of every style layer the same, and of the content. */
const termsOf = (value: number, others: Readonly<Record<string, number>> = {}): Iterate['terms'] => ({
  ...Object.fromEntries(layers.map((layer) => [`style:${layer}`, value])),
  'content:block4_conv1': value,
  tv: value,
  ...others,
});

interface Course {
  /** What is shown, of every iterate. */
  readonly picture: PlanarImage;
  readonly pixels: Float32Array;
  readonly terms: (iteration: number) => Iterate['terms'];
  readonly loss: (iteration: number) => number;
  readonly gradientShares: Iterate['gradientShares'];
  readonly scale: (iteration: number) => number;
}

/** A run that has nothing to be advised on: its losses fall at first, then hardly. */
const healthy: Omit<Course, 'pixels'> = {
  picture: smooth,
  terms: (iteration) => termsOf(0.1 + 0.9 / (1 + iteration)),
  loss: (iteration) => 0.5 + Math.exp(-iteration / 5),
  gradientShares: { content: 0.49, style: 0.47, tv: 0.04 },
  scale: () => 0,
};

function iterateOf(iteration: number, course: Partial<Course>): Iterate {
  const { picture, terms, loss, gradientShares, scale } = { ...healthy, ...course };
  const total = loss(iteration);
  return {
    iteration,
    totalIterations: settings.iterations,
    scale: scale(iteration),
    scales: 2,
    width: picture.width,
    height: picture.height,
    finalSize: { width: picture.width, height: picture.height },
    pixels: course.pixels ?? picture.data,
    picture: () => picture,
    loss: { total, content: 0.5 * total, style: 0.4 * total, tv: 0.1 * total },
    terms: terms(iteration),
    weighted: {
      ...termsOf((0.4 * total) / layers.length),
      'content:block4_conv1': 0.5 * total,
      tv: 0.1 * total,
    },
    gradientShares: iteration % 25 === 0 ? gradientShares : undefined,
    converged: false,
    evaluations: iteration,
    milliseconds: 1,
  };
}

/** A run under the eyes of an adviser, up to where it is asked. */
class Watched {
  readonly #adviser: Adviser;
  #iteration = 0;

  constructor(pictures: Partial<AdviserInput> = {}) {
    this.#adviser = new Adviser({
      content: smooth,
      styles: [boldStyle],
      blendOf: () => [1],
      largestSize: () => 2048,
      ...pictures,
    });
  }

  /** @returns codes and changes after so many more iterations; `undefined` where they are those of last time */
  after(
    iterations: number,
    course: Partial<Course>,
    {
      steered = {},
      end = 'none',
    }: { readonly steered?: Partial<Settings>; readonly end?: Observation['end'] } = {},
  ) {
    const isSteered = Object.keys(steered).length > 0;
    for (let i = 0; i < iterations; i += 1) {
      this.#adviser.observe(iterateOf(this.#iteration + i, course), isSteered && i === 0);
    }
    this.#iteration += iterations;
    const last = iterateOf(this.#iteration - 1, course);
    return this.#adviser
      .advise(last, { ...settings, ...steered }, end)
      ?.map(({ code, change }) => ({ code, change }));
  }
}

const codes = (advice: ReturnType<Watched['after']>) => advice?.map(({ code }) => code) ?? [];

it('has nothing to say of a run in which all goes well, at any time', () => {
  const run = new Watched();
  for (let i = 0; i < 6; i += 1) expect(run.after(25, {})).toBeUndefined();
  expect(run.after(10, {}, { end: 'whole' })).toBeUndefined();
});

it('says the same only once, and takes it back where it no longer holds', () => {
  const run = new Watched();
  const picture = speckled(SIDE, 0.1);
  expect(codes(run.after(50, { picture }))).toEqual(['noise']);
  expect(run.after(25, { picture })).toBeUndefined();
  expect(run.after(25, {})).toEqual([]);
});

it('is due at a measurement of the gradient, once the first iterations are over', () => {
  const adviser = new Adviser({
    content: smooth,
    styles: [boldStyle],
    blendOf: () => [1],
    largestSize: () => 2048,
  });
  const due = Array.from({ length: 60 }, (_, iteration) => iteration).filter((iteration) =>
    adviser.isDue(iterateOf(iteration, {})),
  );
  expect(due).toEqual([25, 50]);
});

describe('noise', () => {
  const picture = speckled(SIDE, 0.1);
  const rough = speckled(SIDE, 0.1);
  const fineStyle = waves(4 * SIDE, 3, 0.4);

  it('is seen in what is shown', () => {
    expect(new Watched().after(50, { picture })).toMatchObject([{ code: 'noise', change: { tvWeight: 3 } }]);
    expect(codes(new Watched().after(50, { picture: smooth, pixels: picture.data }))).toEqual([]);
  });

  it('is the grain of a style that is painted, but not of one that is off', () => {
    const styles = [boldStyle, rough];
    expect(codes(new Watched({ styles, blendOf: () => [1, 0.5] }).after(50, { picture }))).toEqual([]);
    expect(codes(new Watched({ styles, blendOf: () => [1, 0] }).after(50, { picture }))).toEqual(['noise']);
  });

  it('is the grain of the content', () => {
    expect(codes(new Watched({ content: rough }).after(50, { picture }))).toEqual([]);
  });

  it('is looked for in the style as large as it is painted, also after the style scale was steered', () => {
    const run = new Watched({ styles: [fineStyle] });
    // The strokes that are lost at first are another advice.
    expect(codes(run.after(50, { picture }))).toContain('noise');
    expect(codes(run.after(25, { picture }, { steered: { styleScale: 4 } }))).not.toContain('noise');
  });

  it('is not excused by the grain of a small style picture, which is painted enlarged', () => {
    expect(codes(new Watched({ styles: [speckled(SIDE / 4, 0.1)] }).after(50, { picture }))).toEqual([
      'noise',
    ]);
  });

  it('is looked for in the style in the colours that it is painted in', () => {
    // In the colours of a pale photograph the style is pale, and so is its grain.
    const run = new Watched({ content: waves(SIDE, 48, 0.02), styles: [rough] });
    expect(codes(run.after(50, { picture }))).toEqual([]);
    expect(codes(run.after(25, { picture }, { steered: { colour: 'match' } }))).toEqual(['noise']);
  });
});

describe('colours that are cut off', () => {
  const ramp = (from: number, to: number) => grey(SIDE, (x) => from + ((to - from) * x) / SIDE);
  /** A quarter of it far too dark or too bright. */
  const cutOff = ramp(-0.3, 1.3);

  it('are seen in what is shown, whatever the optimiser has', () => {
    expect(codes(new Watched().after(50, { picture: cutOff, pixels: smooth.data }))).toEqual(['clipped']);
    expect(codes(new Watched().after(50, { picture: smooth, pixels: cutOff.data }))).toEqual([]);
  });

  it('are no trouble where they are nearly within the range', () => {
    expect(codes(new Watched().after(50, { picture: ramp(-0.08, 1.08) }))).toEqual([]);
  });
});

describe('strokes that are too fine', () => {
  const fine = waves(2 * SIDE, 3);

  it('are found by what is lost when the style is shrunk', () => {
    expect(new Watched({ styles: [fine] }).after(50, {})).toMatchObject([
      { code: 'small-for-stroke', change: { size: 96 } },
    ]);
    expect(codes(new Watched({ styles: [waves(2 * SIDE, 24)] }).after(50, {}))).toEqual([]);
  });

  it('do not matter in a style that is off', () => {
    const styles = [fine, boldStyle];
    expect(codes(new Watched({ styles, blendOf: () => [0, 1] }).after(50, {}))).toEqual([]);
    expect(codes(new Watched({ styles, blendOf: () => [0, 0] }).after(50, {}))).toEqual([]);
  });

  it('are there again once the style scale is raised', () => {
    const run = new Watched({ styles: [fine] });
    expect(codes(run.after(50, {}))).toEqual(['small-for-stroke']);
    expect(run.after(25, {}, { steered: { styleScale: 2 } })).toEqual([]);
  });
});

describe('a layer that stands still', () => {
  const still = layers[2]!;
  const unmoved: Partial<Course> = {
    terms: (iteration) => termsOf(0.1 + 0.9 / (1 + iteration), { [`style:${still}`]: 0.8 }),
  };

  it('is found by its term, which never moved', () => {
    expect(new Watched().after(50, unmoved)).toMatchObject([
      { code: 'still-layer', change: { styleLayers: { [still]: 4 } } },
    ]);
  });

  it('is none where the term has come down at an earlier scale, or falls slowly', () => {
    const fell = (iteration: number) => (iteration < 30 ? 1 / (1 + iteration) : 0.03);
    const scale = (iteration: number) => (iteration < 30 ? 0 : 1);
    expect(codes(new Watched().after(80, { terms: (i) => termsOf(fell(i)), scale }))).toEqual([]);
    expect(codes(new Watched().after(50, { terms: (i) => termsOf(1 - 0.005 * i) }))).toEqual([]);
  });

  it('is none where nothing moves at all: no other drowns it out', () => {
    expect(codes(new Watched().after(50, { terms: () => termsOf(0.8) }))).toEqual([]);
  });

  it('is not looked for in one that was switched on later', () => {
    const others = Object.fromEntries(
      Object.entries(termsOf(1)).filter(([term]) => term !== `style:${still}`),
    );
    const run = new Watched();
    run.after(20, { terms: () => others as Iterate['terms'] });
    expect(codes(run.after(50, unmoved, { steered: { tvWeight: 2 } }))).toEqual([]);
  });

  it('gets its time again when the run is steered, or comes to another scale', () => {
    const run = new Watched();
    expect(codes(run.after(50, unmoved))).toEqual(['still-layer']);
    expect(run.after(20, unmoved, { steered: { tvWeight: 2 } })).toEqual([]);
    const scale = (iteration: number) => (iteration < 50 ? 0 : 1);
    expect(codes(new Watched().after(70, { ...unmoved, scale }))).toEqual([]);
  });
});

describe('more iterations', () => {
  const end = 'whole';
  const falling: Partial<Course> = { loss: (iteration) => Math.exp(-iteration / 50) };

  it('are for a loss that was still falling when the run was over', () => {
    expect(new Watched().after(100, falling, { end })).toMatchObject([
      { code: 'more-iterations', change: { iterations: 450 } },
    ]);
    expect(codes(new Watched().after(100, falling, { end: 'stopped' }))).toEqual([]);
    expect(codes(new Watched().after(100, {}, { end }))).toEqual([]);
  });

  it('are not for a loss that fell because it is that of another scale, or of other settings', () => {
    const step: Partial<Course> = { loss: (iteration) => (iteration < 80 ? 1 : 0.5) };
    const scale = (iteration: number) => (iteration < 80 ? 0 : 1);
    expect(codes(new Watched().after(100, { ...step, scale }, { end }))).toEqual([]);
    const steered = new Watched();
    steered.after(80, step);
    expect(codes(steered.after(20, step, { end, steered: { styleWeight: 0.5 } }))).toEqual([]);
    expect(codes(new Watched().after(100, step, { end }))).toEqual(['more-iterations']);
  });
});

describe('a content that dominates', () => {
  const dominated: Partial<Course> = { gradientShares: { content: 0.9, style: 0.08, tv: 0.02 } };

  it('is seen in the latest shares of the gradient, also where they were measured a while ago', () => {
    expect(new Watched().after(40, dominated)).toMatchObject([
      { code: 'content-dominates', change: { styleWeight: 2 } },
    ]);
    const run = new Watched();
    run.after(40, dominated);
    expect(run.after(20, {})).toEqual([]);
  });
});
