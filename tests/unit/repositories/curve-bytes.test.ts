import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurvePoint } from '../../../server/protocol/curves';
import { packCurve, termNamesSchema, unpackCurve } from '../../../server/repositories/prisma/curve-bytes';

const number = fc.double();
const name = fc.constantFrom('content:block4_conv2', 'style:block1_conv1', 'style:block2_conv1', 'tv');

const point: fc.Arbitrary<CurvePoint> = fc.record({
  iteration: fc.nat(),
  seconds: number,
  width: fc.nat(),
  height: fc.nat(),
  total: number,
  content: number,
  style: number,
  tv: number,
  terms: fc
    .uniqueArray(fc.tuple(name, number), { selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries)),
  gradientShares: fc.option(fc.record({ content: number, style: number, tv: number })),
});

describe('a packed curve', () => {
  it('comes back exactly, whichever terms and shares its points have', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const packed = packCurve(points);
        // The names lie in a column of JSON.
        const termNames = termNamesSchema.parse(JSON.parse(JSON.stringify(packed.termNames)));
        expect(unpackCurve({ ...packed, termNames })).toEqual(points);
      }),
    );
  });

  it('names its terms once, and again only where they change', () => {
    const at = (iteration: number, terms: CurvePoint['terms']): CurvePoint => ({
      ...{ iteration, seconds: 0, width: 1, height: 1, total: 1, content: 0, style: 0, tv: 1 },
      terms,
      gradientShares: iteration === 3 ? { content: 0, style: 0, tv: 1 } : null,
    });
    const packed = packCurve([
      at(0, { tv: 1 }),
      at(1, { tv: 2 }),
      at(2, { a: 1, tv: 2 }),
      at(3, { a: 1, tv: 0 }),
    ]);
    expect(packed.termNames).toEqual([
      { from: 0, names: ['tv'] },
      { from: 2, names: ['a', 'tv'] },
    ]);
    expect(packed.termValues).toHaveLength(6 * 8);
    expect(packed.shares).toHaveLength(4 * 8);
  });
});
