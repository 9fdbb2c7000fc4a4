import { describe, expect, it } from 'vitest';
import { advise } from '../../../../server/jobs/advice/advise';
import type { Observation } from '../../../../server/jobs/advice/observation';
import { adviceSchema } from '../../../../server/protocol/advice';
import { ITERATIONS, SHARE, STYLE_SCALE, WEIGHT } from '../../../../server/protocol/limits';
import { defaultSettings, defaultWeights, type Settings } from '../../../../server/protocol/settings';

const settings = defaultSettings('vgg19');
const layers = Object.keys(settings.styleLayers);
const terms = (value: number) => ({
  'content:block4_conv2': value,
  ...Object.fromEntries(layers.map((layer) => [`style:${layer}`, value])),
  tv: value,
});
const falling = (count: number, rate: number) => Array.from({ length: count }, (_, i) => (1 - rate) ** i);

/** A run that came to a good end. */
const healthy: Observation = {
  settings,
  end: 'whole',
  losses: falling(150, 0.0005),
  loss: { content: 0.3, style: 0.2, tv: 0.01 },
  gradientShares: { content: 0.48, style: 0.47, tv: 0.05 },
  terms: { atStart: terms(1), before: terms(0.3), now: terms(0.1) },
  weighted: terms(0.1),
  roughness: { picture: 0.012, content: 0.008, styles: [0.01] },
  clipped: 0.01,
  strokesLost: 0.3,
  largestSize: 2048,
};

function adviceOn(changes: Partial<Observation>, changedSettings: Partial<Settings> = {}) {
  const advice = advise({ ...healthy, ...changes, settings: { ...settings, ...changedSettings } });
  for (const each of advice) {
    expect(adviceSchema.parse(each)).toEqual(each);
    expect(each.sentence).toMatch(/^[A-Z0-9].*\.$/);
    expect(each.sentence).not.toMatch(/NaN|undefined|Infinity/);
  }
  return advice;
}

it('has nothing to say of a run that came to a good end', () => {
  expect(adviceOn({})).toEqual([]);
});

describe('more iterations', () => {
  const losses = falling(150, 0.004);

  it('are advised where the loss was still falling fast at the end', () => {
    expect(adviceOn({ losses })).toMatchObject([{ code: 'more-iterations', change: { iterations: 450 } }]);
  });

  it('are not advised where the last third of the run brought little, however much the first did', () => {
    expect(
      adviceOn({ losses: [...falling(100, 0.05), ...falling(50, 0.002).map((l) => l * 0.95 ** 99)] }),
    ).toEqual([]);
  });

  it('are not advised while the run goes on, or where it was stopped or has converged', () => {
    for (const end of ['none', 'stopped', 'converged'] as const)
      expect(adviceOn({ losses, end })).toEqual([]);
  });

  it('are not advised from a few iterations, where everything falls fast', () => {
    expect(adviceOn({ losses: losses.slice(0, 10) })).toEqual([]);
  });

  it('stay within what a run may have', () => {
    const [advice] = adviceOn({ losses }, { iterations: 4000 });
    expect(advice).toMatchObject({ change: { iterations: ITERATIONS.max } });
    expect(adviceOn({ losses }, { iterations: ITERATIONS.max })).toEqual([]);
  });
});

describe('a content that dominates', () => {
  const gradientShares = { content: 0.9, style: 0.08, tv: 0.02 };

  it.each([
    ['the gradient', { gradientShares }, /90 %/],
    ['the loss', { loss: { content: 0.85, style: 0.1, tv: 0.05 } }, /85 %/],
  ])('in %s calls for more style', (_, changes, seen) => {
    const advice = adviceOn(changes);
    expect(advice).toMatchObject([{ code: 'content-dominates', change: { styleWeight: 2 } }]);
    expect(advice[0]!.sentence).toMatch(seen);
  });

  it('calls for less content where there cannot be more style', () => {
    expect(adviceOn({ gradientShares }, { styleWeight: WEIGHT.max, contentWeight: 1 })).toMatchObject([
      { change: { contentWeight: 0.5 } },
    ]);
  });

  it('stays within the recipe in the classic form', () => {
    const classic = (weights: Partial<Settings>) =>
      adviceOn({ gradientShares }, { form: 'classic', ...weights });
    expect(classic({ styleWeight: 1e-5, contentWeight: 1 })).toMatchObject([
      { change: { styleWeight: 2e-5 } },
    ]);
    expect(classic({ styleWeight: 7e-5, contentWeight: 1 })).toMatchObject([
      { change: { styleWeight: 1e-4 } },
    ]);
    expect(classic({ styleWeight: 1e-4, contentWeight: 50 })).toMatchObject([
      { change: { contentWeight: 25 } },
    ]);
    expect(classic({ styleWeight: 1e-4, contentWeight: 1.5 })).toMatchObject([
      { change: { contentWeight: 1 } },
    ]);
    expect(classic({ styleWeight: 1e-4, contentWeight: 1 })).toEqual([]);
    expect(classic({ styleWeight: 1e-3, contentWeight: 1 })).toEqual([]);
  });

  it('is what was asked for where the style is off', () => {
    expect(adviceOn({ gradientShares }, { styleWeight: 0 })).toEqual([]);
    expect(adviceOn({ gradientShares, loss: { content: 1, style: 0, tv: 0 } })).toEqual([]);
  });
});

describe('noise', () => {
  const roughness = { picture: 0.03, content: 0.008, styles: [0.01, 0.002] };

  it('calls for more smoothness', () => {
    expect(adviceOn({ roughness })).toMatchObject([{ code: 'noise', change: { tvWeight: 3 } }]);
    expect(adviceOn({ roughness }, { tvWeight: 0 })).toMatchObject([{ change: { tvWeight: 1 } }]);
  });

  it('is none where one of the styles is as rough, or where it cannot be seen', () => {
    expect(adviceOn({ roughness: { ...roughness, styles: [0.002, 0.025] } })).toEqual([]);
    expect(adviceOn({ roughness: { picture: 0.001, content: 0, styles: [0] } })).toEqual([]);
  });

  it('calls for the relative form where the losses are classic, beside which smoothness counts for nothing', () => {
    expect(adviceOn({ roughness }, { form: 'classic', ...defaultWeights('vgg19', 'classic') })).toMatchObject(
      [{ code: 'noise', change: { form: 'relative', ...defaultWeights('vgg19', 'relative') } }],
    );
  });

  it('is left alone where it cannot be smoother', () => {
    expect(adviceOn({ roughness }, { tvWeight: WEIGHT.max })).toEqual([]);
  });
});

describe('a layer that stands still', () => {
  const still = 'block3_conv1';
  const name = `style:${still}`;
  const unmoved = {
    terms: {
      atStart: terms(1),
      before: { ...terms(0.3), [name]: 0.99 },
      now: { ...terms(0.1), [name]: 0.985 },
    },
  };

  it('is to be heard', () => {
    const [advice, ...others] = adviceOn(unmoved);
    expect(others).toEqual([]);
    expect(advice).toMatchObject({ code: 'still-layer', change: { styleLayers: { [still]: 4 } } });
    expect(Object.keys(advice!.change.styleLayers!)).toEqual(layers);
    expect(advice!.sentence).toContain(still);
  });

  it('is to be switched off where it cannot be louder', () => {
    const styleLayers = { ...settings.styleLayers, [still]: SHARE.max };
    expect(adviceOn(unmoved, { styleLayers })).toMatchObject([{ change: { styleLayers: { [still]: 0 } } }]);
    expect(adviceOn(unmoved, { styleLayers: { [still]: SHARE.max } })).toEqual([]);
  });

  it('is given 25 iterations', () => {
    expect(adviceOn({ ...unmoved, losses: falling(25, 0.0005) })).toEqual([]);
  });

  it('is no trouble where it has come down before, or does not count', () => {
    const settled = {
      ...unmoved.terms,
      before: { ...terms(0.3), [name]: 0.1 },
      now: { ...terms(0.1), [name]: 0.1 },
    };
    expect(adviceOn({ terms: settled })).toEqual([]);
    expect(adviceOn({ ...unmoved, weighted: { ...terms(0.1), [name]: 1e-4 } })).toEqual([]);
  });
});

describe('colours that are cut off', () => {
  it('call for less style', () => {
    expect(adviceOn({ clipped: 0.12 })).toMatchObject([{ code: 'clipped', change: { styleWeight: 0.333 } }]);
    expect(adviceOn({ clipped: 0.12 }, { styleWeight: 30 })).toMatchObject([{ change: { styleWeight: 1 } }]);
  });

  it('are let be where they are as few as in any strong style', () => {
    expect(adviceOn({ clipped: 0.08 })).toEqual([]);
  });

  it('call for nothing where less style changes nothing, or there is none to lower', () => {
    expect(adviceOn({ clipped: 0.12 }, { styleWeight: 0 })).toEqual([]);
    expect(adviceOn({ clipped: 0.12 }, { styleWeight: WEIGHT.min })).toEqual([]);
    expect(adviceOn({ clipped: 0.12 }, { contentWeight: 0, tvWeight: 0 })).toEqual([]);
  });
});

describe('strokes that are too fine', () => {
  const strokesLost = 0.9;

  it('call for a larger picture, no larger than content and machine allow', () => {
    expect(adviceOn({ strokesLost })).toMatchObject([{ code: 'small-for-stroke', change: { size: 768 } }]);
    expect(adviceOn({ strokesLost, largestSize: 650 })).toMatchObject([{ change: { size: 650 } }]);
  });

  it('call for larger strokes where the picture cannot be larger', () => {
    expect(adviceOn({ strokesLost, largestSize: 520 })).toMatchObject([{ change: { styleScale: 1.5 } }]);
    expect(adviceOn({ strokesLost, largestSize: 520 }, { styleScale: STYLE_SCALE.max })).toEqual([]);
  });
});
