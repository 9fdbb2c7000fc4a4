import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filmSize, planFilm } from '../../../server/time-lapse/plan';

describe('the plan of a film', () => {
  it('shows all pictures equally long, and holds the last one for two seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 61 }), (count) => {
        const { begins, end } = planFilm(count);
        expect(begins).toHaveLength(count);
        for (const [index, begin] of begins.entries()) expect(begin).toBeCloseTo(index * begins[1]!, 9);
        expect(end - begins.at(-1)!).toBeCloseTo(2, 9);
      }),
    );
  });

  it.each([
    [2, 3],
    [5, 6],
    [7, 8],
    [60, 8],
  ])('of %d pictures lasts %d seconds', (count, seconds) => {
    expect(planFilm(count).end).toBeCloseTo(seconds, 9);
  });

  it('has an even size of at most 1024 pixels a side, as near to the picture as that is', () => {
    expect(filmSize({ width: 2048, height: 1365 })).toEqual({ width: 1024, height: 682 });
    expect(filmSize({ width: 511, height: 768 })).toEqual({ width: 512, height: 768 });
    expect(filmSize({ width: 64, height: 1 })).toEqual({ width: 64, height: 2 });
    const side = fc.integer({ min: 8, max: 2048 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const film = filmSize({ width, height });
        expect(Math.max(film.width, film.height)).toBeLessThanOrEqual(1024);
        expect([film.width % 2, film.height % 2]).toEqual([0, 0]);
      }),
    );
  });
});
