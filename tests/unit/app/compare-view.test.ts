import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignCurves, overlaidSeries, pointAt, type CurveLine } from '../../../app/_lib/curve-overlay';
import { seriesOf } from '../../../app/_lib/curve-series';
import {
  MAX_ZOOM,
  panned,
  transformOf,
  WHOLE_VIEW,
  zoomed,
  type ZoomView,
} from '../../../app/_lib/zoom-view';
import { makePoint } from './room-fixtures';

const [total, content] = seriesOf('kinds', []);
const line = (of: number, series = total!): CurveLine => ({ series, colour: 'red', of });

const curveArbitrary = fc.uniqueArray(fc.nat({ max: 40 }), { maxLength: 20 }).chain((iterations) =>
  fc
    .array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), {
      minLength: iterations.length,
      maxLength: iterations.length,
    })
    .map((totals) =>
      iterations
        .sort((a, b) => a - b)
        .map((iteration, index) => makePoint(iteration, { total: totals[index]! })),
    ),
);

describe('the curves of two runs over each other', () => {
  it('keep every value at its iteration, and have none where a run has no point', () => {
    fc.assert(
      fc.property(curveArbitrary, curveArbitrary, (one, other) => {
        const [iterations, ...columns] = alignCurves([one, other], [line(0), line(1)]);
        expect(iterations).toEqual(
          [...new Set([...one, ...other].map(({ iteration }) => iteration))].sort((a, b) => a - b),
        );
        [one, other].forEach((points, index) => {
          expect(columns[index]).toEqual(
            iterations.map((at) => points.find(({ iteration }) => iteration === at)?.total),
          );
        });
      }),
    );
  });

  it('go on over iterations of the other run, and have a gap where there is no logarithm', () => {
    const run = [makePoint(1, { content: 3 }), makePoint(3, { content: 0 }), makePoint(5, { content: 2 })];
    const fork = [makePoint(3, { total: 8 }), makePoint(4, { total: 7 })];
    expect(alignCurves([run, fork], [line(0, content), line(1)])).toEqual([
      [1, 3, 4, 5],
      [3, null, undefined, 2],
      [undefined, 8, 7, undefined],
    ]);
  });

  it('tell the last value up to an iteration, and before the first point the first one', () => {
    const points = [makePoint(10), makePoint(12)];
    expect(pointAt(points, 11)).toBe(points[0]);
    expect(pointAt(points, 12)).toBe(points[1]);
    expect(pointAt(points, 99)).toBe(points[1]);
    expect(pointAt(points, 3)).toBe(points[0]);
    expect(pointAt([], 3)).toBeUndefined();
  });

  it('are all terms of the other run beside terms, and its total alone beside layers', () => {
    const kinds = seriesOf('kinds', []);
    expect(overlaidSeries(kinds)).toEqual(kinds);
    const layers = seriesOf('layers', [makePoint(1, { terms: { 'style:block1_conv1': 1 } })]);
    expect(overlaidSeries(layers).map(({ key }) => key)).toEqual(['total']);
  });
});

const TOLERANCE = 1e-9;
const place = fc.double({ min: -0.5, max: 0.5, noNaN: true });
/** Any view that zooming and moving lead to. */
const viewArbitrary = fc
  .record({ zoom: fc.double({ min: 1, max: MAX_ZOOM, noNaN: true }), x: place, y: place })
  .map(({ zoom, x, y }): ZoomView => ({ zoom, x: x * (zoom - 1), y: y * (zoom - 1) }));

function expectWithin({ zoom, x, y }: ZoomView): void {
  expect(zoom).toBeGreaterThanOrEqual(1);
  expect(zoom).toBeLessThanOrEqual(MAX_ZOOM);
  // The picture's edges are at or beyond the frame's.
  expect(Math.abs(x)).toBeLessThanOrEqual((zoom - 1) / 2 + TOLERANCE);
  expect(Math.abs(y)).toBeLessThanOrEqual((zoom - 1) / 2 + TOLERANCE);
}

/** Which place of the picture is at a place of the frame, from the middle of each, in parts of it. */
const underneath = (view: ZoomView, x: number, y: number) => [
  (x - view.x) / view.zoom,
  (y - view.y) / view.zoom,
];

describe('the view of compared pictures', () => {
  it('never leaves the picture, however it is zoomed and moved', () => {
    const step = fc.oneof(
      fc.tuple(fc.constant('zoom' as const), fc.double({ min: 0.01, max: 100, noNaN: true }), place, place),
      fc.tuple(
        fc.constant('pan' as const),
        fc.constant(1),
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let view = WHOLE_VIEW;
        for (const [kind, factor, x, y] of steps) {
          view = kind === 'zoom' ? zoomed(view, factor, x, y) : panned(view, x, y);
          expectWithin(view);
        }
      }),
    );
  });

  it('keeps what is under the pointer in its place when it is zoomed in', () => {
    fc.assert(
      fc.property(
        viewArbitrary,
        fc.double({ min: 1, max: 20, noNaN: true }),
        place,
        place,
        (view, factor, x, y) => {
          const next = zoomed(view, factor, x, y);
          const [before, after] = [underneath(view, x, y), underneath(next, x, y)];
          expect(after[0]).toBeCloseTo(before[0]!, 9);
          expect(after[1]).toBeCloseTo(before[1]!, 9);
        },
      ),
    );
  });

  it('comes back to the whole picture when it is zoomed out as far as it goes', () => {
    fc.assert(
      fc.property(viewArbitrary, place, place, (view, x, y) => {
        const whole = zoomed(view, 1 / MAX_ZOOM, x, y);
        expect(whole.zoom).toBe(1);
        expect(Math.abs(whole.x) + Math.abs(whole.y)).toBe(0);
      }),
    );
  });

  it('follows what drags it, until the edge of the picture is in sight', () => {
    const twice = zoomed(WHOLE_VIEW, 2);
    expect(panned(twice, 0.25, -0.125)).toEqual({ zoom: 2, x: 0.25, y: -0.125 });
    expect(panned(twice, 3, -3)).toEqual({ zoom: 2, x: 0.5, y: -0.5 });
    expect(transformOf(panned(twice, 0.25, -0.125))).toBe('translate(25%, -12.5%) scale(2)');
  });
});
