import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betterStacked } from '../../../app/_lib/stage-layout';
import { createStageView } from '../../../app/_lib/stage-view';
import { createZoom } from '../../../app/_lib/stage-zoom';
import {
  MAX_ZOOM,
  mayMove,
  panned,
  pinched,
  placeInFrame,
  placeOnPicture,
  seenPart,
  TIGHT_BOUNDS,
  WHOLE_VIEW,
  wheelFactor,
  within,
  zoomed,
  type Place,
  type ZoomBounds,
  type ZoomView,
} from '../../../app/_lib/zoom-view';
import { runIdSchema } from '../../../server/protocol/ids';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const placeArbitrary: fc.Arbitrary<Place> = fc.tuple(number(-0.5, 0.5), number(-0.5, 0.5));
/** A stage whose wall may be wider or higher than the picture, but not both: the picture is as large as fits. */
const boundsArbitrary: fc.Arbitrary<ZoomBounds> = fc
  .tuple(number(1, 4), fc.boolean(), fc.option(number(0.1, 30)))
  .map(([wall, wide, actual]) => ({ width: wide ? wall : 1, height: wide ? 1 : wall, actual }));
const onStage = boundsArbitrary.chain((bounds) =>
  fc
    .record({ zoom: number(0.1, 40), x: number(-20, 20), y: number(-20, 20) })
    .map((view) => ({ bounds, view: within(view, bounds) })),
);

/** How far the picture's middle may be from the frame's, to any side. */
const reach = ({ zoom }: ZoomView) => Math.max(0, (zoom - 1) / 2);

function expectKept(next: ZoomView, frame: Place, picture: Place): void {
  const now = placeInFrame(next, picture);
  [next.x, next.y].forEach((at, axis) => {
    const stays = Math.abs(now[axis]! - frame[axis]!) < 1e-7;
    const atEdge = Math.abs(Math.abs(at) - reach(next)) < 1e-9;
    expect(stays || atEdge, `axis ${axis}`).toBe(true);
  });
}

describe('the view of the stage', () => {
  it('keeps what is under the pointer there when it is zoomed, unless the picture’s edge is reached', () => {
    fc.assert(
      fc.property(onStage, number(0.05, 20), placeArbitrary, ({ view, bounds }, factor, place) => {
        const picture = placeOnPicture(view, place);
        expectKept(zoomed(view, factor, ...place, bounds), place, picture);
      }),
    );
  });

  it('never moves the picture further than its edge, and shows no more wall than beside the whole', () => {
    fc.assert(
      fc.property(onStage, number(-30, 30), number(-30, 30), ({ view, bounds }, x, y) => {
        const next = panned(view, x, y, bounds);
        expect(next.zoom).toBe(view.zoom);
        expect(Math.abs(next.x)).toBeLessThanOrEqual(reach(view));
        expect(Math.abs(next.y)).toBeLessThanOrEqual(reach(view));
        if (!mayMove(view)) expect(next).toEqual({ ...view, x: 0, y: 0 });
      }),
    );
  });

  it('is never closer than sixteen times or a pixel on a pixel, and never farther than the whole or that', () => {
    fc.assert(
      fc.property(onStage, number(0.001, 1000), placeArbitrary, ({ view, bounds }, factor, place) => {
        const { zoom } = zoomed(view, factor, ...place, bounds);
        expect(zoom).toBeLessThanOrEqual(Math.max(MAX_ZOOM, bounds.actual ?? 0));
        expect(zoom).toBeGreaterThanOrEqual(Math.min(1, bounds.actual ?? 1));
      }),
    );
  });

  it('keeps under two fingers what they took hold of', () => {
    fc.assert(
      fc.property(
        onStage,
        fc.tuple(placeArbitrary, placeArbitrary),
        number(0.2, 5),
        placeArbitrary,
        ({ view, bounds }, [one, other], spread, shift) => {
          const moved = ([x, y]: Place): Place => [x * spread + shift[0], y * spread + shift[1]];
          const next = pinched(view, [one, other], [moved(one), moved(other)], bounds);
          // What lies between the fingers is held also where the picture gets no larger or smaller.
          const centre: Place = [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];
          expectKept(next, moved(centre), placeOnPicture(view, centre));
          const asFar = Math.abs(next.zoom - view.zoom * spread) < 1e-9;
          for (const finger of asFar ? [one, other] : []) {
            expectKept(next, moved(finger), placeOnPicture(view, finger));
          }
        },
      ),
    );
  });

  it('says of every place of the picture where in the frame it is, and the other way round', () => {
    fc.assert(
      fc.property(onStage, placeArbitrary, ({ view }, place) => {
        const [x, y] = placeOnPicture(view, placeInFrame(view, place));
        expect(x).toBeCloseTo(place[0], 9);
        expect(y).toBeCloseTo(place[1], 9);
      }),
    );
  });

  it('never loses what is under a pointer on the picture on the way in from the whole', () => {
    fc.assert(
      fc.property(boundsArbitrary, number(1, MAX_ZOOM), placeArbitrary, (bounds, factor, place) => {
        const [x, y] = placeOnPicture(zoomed(WHOLE_VIEW, factor, ...place, bounds), place);
        expect(x).toBeCloseTo(place[0], 9);
        expect(y).toBeCloseTo(place[1], 9);
      }),
    );
  });

  it('is seen as far as picture and frame go, so that a divider of it is always within sight', () => {
    const bounds = { width: 2, height: 1, actual: null };
    expect(seenPart(WHOLE_VIEW, bounds)).toEqual({ place: [-0.5, -0.5], width: 1, height: 1 });
    expect(seenPart({ zoom: 1.5, x: 0.25, y: 0.2 }, bounds)).toEqual({
      place: [-0.5, -0.5],
      width: 1.5,
      height: 1,
    });
    expect(seenPart({ zoom: 9, x: 0, y: 0 }, bounds)).toEqual({ place: [-1, -0.5], width: 2, height: 1 });
    fc.assert(
      fc.property(onStage, ({ view, bounds: frame }) => {
        const { place, width, height } = seenPart(view, frame);
        expect(width).toBeGreaterThan(0);
        expect(height).toBeGreaterThan(0);
        expect(place[0]).toBeGreaterThanOrEqual(-frame.width / 2);
        expect(place[0] + width).toBeLessThanOrEqual(frame.width / 2 + 1e-9);
        expect(place[1]).toBeGreaterThanOrEqual(-frame.height / 2);
        expect(place[1] + height).toBeLessThanOrEqual(frame.height / 2 + 1e-9);
      }),
    );
  });
});

describe('a turn of the wheel', () => {
  it('back and forth comes to the same, in pixels and in lines', () => {
    fc.assert(
      fc.property(
        number(-1000, 1000),
        fc.constantFrom(0, 1, 2),
        fc.boolean(),
        (deltaY, deltaMode, ctrlKey) => {
          const there = wheelFactor({ deltaY, deltaMode, ctrlKey });
          expect(there * wheelFactor({ deltaY: -deltaY, deltaMode, ctrlKey })).toBeCloseTo(1, 9);
        },
      ),
    );
    expect(wheelFactor({ deltaY: -100, deltaMode: 0, ctrlKey: false })).toBeGreaterThan(1);
    expect(wheelFactor({ deltaY: 3, deltaMode: 1, ctrlKey: false })).toBe(
      wheelFactor({ deltaY: 48, deltaMode: 0, ctrlKey: false }),
    );
  });
});

describe('zooming by keys and buttons', () => {
  it('shows a pixel of the picture on one of the screen, also where that makes it smaller than fits', () => {
    const { getState } = createZoom();
    getState().measure({ ...TIGHT_BOUNDS, actual: 0.4 });
    getState().actualSize();
    expect(getState().view.zoom).toBeCloseTo(0.4);
    getState().fit();
    expect(getState().view).toEqual(WHOLE_VIEW);
  });

  it('on a double click comes closer at that place, and on the next shows all again', () => {
    const { getState } = createZoom();
    getState().measure({ ...TIGHT_BOUNDS, actual: 3 });
    getState().fitOrCloser([0.25, -0.25]);
    expect(getState().view.zoom).toBe(3);
    expect(placeOnPicture(getState().view, [0.25, -0.25])).toEqual([0.25, -0.25]);
    getState().fitOrCloser([0, 0]);
    expect(getState().view).toEqual(WHOLE_VIEW);
  });

  it('is led over, and the hand is not', () => {
    const { getState } = createZoom();
    getState().zoomIn();
    expect(getState()).toMatchObject({ step: true, view: { zoom: 1.5 } });
    getState().dragBy(0.1, 0);
    expect(getState()).toMatchObject({ step: false, view: { x: 0.1 } });
    getState().zoomOut();
    expect(getState().view).toEqual(WHOLE_VIEW);
  });

  it('stays within what there is when the picture on the stage becomes another', () => {
    const { getState } = createZoom();
    getState().measure({ ...TIGHT_BOUNDS, actual: 0.2 });
    getState().actualSize();
    getState().measure({ ...TIGHT_BOUNDS, actual: 0.5 });
    expect(getState().view).toEqual({ zoom: 0.5, x: 0, y: 0 });
  });
});

describe('comparing on the stage', () => {
  it('is turned on as it was used last, off by the same key, and over to the other way at once', () => {
    const { getState } = createStageView();
    getState().toggleCompare();
    expect(getState().compare).toBe('slider');
    getState().toggleCompare('side');
    expect(getState().compare).toBe('side');
    getState().toggleCompare();
    expect(getState().compare).toBe('off');
    getState().toggleCompare();
    expect(getState().compare).toBe('side');
    getState().toggleCompare('side');
    expect(getState().compare).toBe('off');
  });

  it('is with the photograph, or with a run, and its divider stays on the picture', () => {
    const { getState } = createStageView();
    expect(getState().against).toBeNull();
    const run = runIdSchema.parse('run-00002');
    getState().compareWith(run);
    expect(getState().against).toBe(run);
    getState().divide(140);
    expect(getState().divider).toBe(100);
    getState().divide(-3);
    expect(getState().divider).toBe(0);
  });

  it('puts two pictures where they are largest', () => {
    expect(betterStacked(390, 390, 1.5)).toBe(true);
    expect(betterStacked(390, 390, 0.66)).toBe(false);
    expect(betterStacked(1400, 500, 1.5)).toBe(false);
  });
});
