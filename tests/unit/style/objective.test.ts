import { describe, expect, it } from 'vitest';
import { blendGrams, objectiveWeights, tapsInUse, termFactor } from '../../../server/style/objective';

const refusal = expect.objectContaining({ code: 'bad-settings' });
const base = {
  contentWeight: 2,
  styleWeight: 3,
  tvWeight: 0.5,
  contentLayers: { a: 1 },
  styleLayers: { b: 1, c: 3, d: 0 },
};

describe('the weights of the objective', () => {
  it('share each kind’s weight out among its layers', () => {
    expect(objectiveWeights(base)).toEqual({ 'content:a': 2, 'style:b': 0.75, 'style:c': 2.25, tv: 0.5 });
    expect(tapsInUse(base.styleLayers)).toEqual(['b', 'c']);
  });

  it('do not depend on the layers’ common factor', () => {
    expect(objectiveWeights({ ...base, styleLayers: { b: 10, c: 30, d: 0 } })).toEqual(
      objectiveWeights(base),
    );
  });

  it('refuse what is negative or not a number', () => {
    expect(() => objectiveWeights({ ...base, tvWeight: -1 })).toThrow(refusal);
    expect(() => objectiveWeights({ ...base, styleWeight: NaN })).toThrow(refusal);
    expect(() => objectiveWeights({ ...base, contentLayers: { a: Infinity } })).toThrow(refusal);
  });
});

describe('the blended target', () => {
  const grams = [{ a: Float32Array.of(1, 2) }, { a: Float32Array.of(5, 10) }];

  it('is the weighted mean of the Gram matrices', () => {
    expect([...blendGrams(grams, [3, 1]).a]).toEqual([2, 4]);
    expect([...blendGrams(grams, [0, 9]).a]).toEqual([5, 10]);
  });

  it('needs one weight a picture, and one above 0', () => {
    expect(() => blendGrams(grams, [1])).toThrow(refusal);
    expect(() => blendGrams([], [])).toThrow(refusal);
    expect(() => blendGrams(grams, [0, 0])).toThrow(refusal);
  });
});

describe('the factor of a squared distance', () => {
  it('is one over the target’s squared norm in the relative form, floored', () => {
    for (const kind of ['content', 'style'] as const) {
      expect(termFactor('relative', kind, Float32Array.of(3, 4))).toBeCloseTo(1 / 25, 12);
      expect(termFactor('relative', kind, new Float32Array(100))).toBeCloseTo(1e4, 6);
    }
  });

  it('depends in the classic form on the number of entries alone: 1/n for content, 1/(4·C²) for style', () => {
    expect(termFactor('classic', 'content', Float32Array.of(3, 4, 5))).toBeCloseTo(1 / 3, 12);
    expect(termFactor('classic', 'style', new Float32Array(9))).toBeCloseTo(1 / 36, 12);
  });
});
