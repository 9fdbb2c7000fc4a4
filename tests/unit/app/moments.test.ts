import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { i18n } from '../../../app/_lib/i18n';
import { placeOf, sampledStops, shownMoment, stopIndex, stopsOf } from '../../../app/_lib/moments';
import { nearestMoment } from '../../../app/_lib/run-moments';
import { initialRoomState, type RoomState } from '../../../app/_lib/room-reducer';
import { momentOf, addressOf } from '../../../app/_lib/room-address';
import { tickText, ticksOf } from '../../../app/_lib/timeline-ticks';
import { absoluteLink, keyframeUrl } from '../../../app/_lib/urls';
import { memberIdSchema, runIdSchema } from '../../../server/protocol/ids';
import { momentPath, runPath } from '../../../server/protocol/moments';
import type { Remark } from '../../../server/protocol/remarks';
import type { Mark, Run } from '../../../server/protocol/runs';
import { makeRoom, makeRun, memberId, roomId, runId } from './room-fixtures';

const t = i18n.t;
const going = (keyframes: number[], iteration: number) =>
  makeRun({ keyframes, progress: { iteration, totalIterations: 300, remainingSeconds: 9 } });
const ended = (keyframes: number[], iteration: number, part: Partial<Run> = {}) =>
  makeRun({
    keyframes,
    status: { kind: 'finished' },
    progress: { iteration, totalIterations: 300, remainingSeconds: null },
    result: { width: 64, height: 48 },
    ...part,
  });
const looking = (run: Run, part: Partial<RoomState> = {}): RoomState => ({
  ...initialRoomState,
  room: makeRoom({ runs: [run] }),
  ...part,
});
const keyframesArbitrary = fc
  .uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 })
  .map((values) => values.sort((a, b) => a - b));

describe('the stops of a timeline', () => {
  it('end with what is live while the run is going', () => {
    expect(stopsOf(going([0, 1, 5], 7))).toEqual([
      { iteration: 0, moment: 0, picture: 0 },
      { iteration: 1, moment: 1, picture: 1 },
      { iteration: 5, moment: 5, picture: 5 },
      { iteration: 7, moment: null, picture: 5 },
    ]);
  });

  it('end with the result once it has ended, which stands for the last keyframe too', () => {
    expect(stopsOf(ended([0, 5, 7], 7)).map(({ moment }) => moment)).toEqual([0, 5, null]);
  });

  it('keep the last moment of a run that has ended without a result, and show it', () => {
    const failed = ended([0, 5], 6, {
      status: { kind: 'failed', problem: { code: 'run-failed', message: 'No.' } },
      result: null,
    });
    expect(stopsOf(failed).map(({ moment }) => moment)).toEqual([0, 5]);
    expect(shownMoment(looking(failed))).toBe(5);
  });

  it('are none where nothing is kept', () => {
    expect(stopsOf(going([], 7))).toEqual([]);
    expect(shownMoment(looking(going([], 7), { view: runId, moment: 3 }))).toBeNull();
  });

  it('lie in order along the timeline, each in the middle of its part', () => {
    fc.assert(
      fc.property(keyframesArbitrary, (keyframes) => {
        const stops = stopsOf(going(keyframes, keyframes.at(-1)! + 1));
        stops.forEach(({ iteration }, index) =>
          expect(placeOf(stops, iteration)).toBeCloseTo((index + 0.5) / stops.length, 12),
        );
      }),
    );
  });

  it('place what is between two of them between, and what is beyond at the ends', () => {
    const stops = stopsOf(ended([10, 20, 40], 40));
    expect(placeOf(stops, 15)).toBeCloseTo(1 / 3, 12);
    expect(placeOf(stops, 0)).toBeCloseTo(0.5 / 3, 12);
    expect(placeOf(stops, 4000)).toBeCloseTo(2.5 / 3, 12);
  });

  it('are thinned evenly where there is little room, and never repeated', () => {
    fc.assert(
      fc.property(keyframesArbitrary, fc.double({ min: 1, max: 80, noNaN: true }), (keyframes, slots) => {
        const stops = stopsOf(going(keyframes, 5000));
        const sampled = sampledStops(stops, slots);
        expect(sampled).toHaveLength(Math.min(stops.length, Math.floor(slots)));
        expect(new Set(sampled).size).toBe(sampled.length);
        expect(stops.filter((stop) => sampled.includes(stop))).toEqual(sampled);
      }),
    );
  });
});

describe('a moment that is looked back at', () => {
  it('is the nearest one that is kept', () => {
    fc.assert(
      fc.property(keyframesArbitrary, fc.integer({ min: 0, max: 5000 }), (keyframes, iteration) => {
        const nearest = nearestMoment(keyframes, iteration)!;
        expect(keyframes).toContain(nearest);
        for (const other of keyframes) {
          expect(Math.abs(nearest - iteration)).toBeLessThanOrEqual(Math.abs(other - iteration));
        }
      }),
    );
    expect(shownMoment(looking(going([0, 10, 20], 30), { view: runId, moment: 16 }))).toBe(20);
    expect(shownMoment(looking(going([0, 10, 20], 30), { view: runId, moment: 4999 }))).toBe(20);
  });

  it('stands where it is while the run goes on', () => {
    const before = stopsOf(going([0, 10, 20], 21));
    const after = stopsOf(going([0, 10, 20, 24], 29));
    for (const stops of [before, after]) expect(stops[stopIndex(stops, 10)]!.moment).toBe(10);
  });

  it('is none where the newest is shown', () => {
    const run = going([0, 10], 12);
    expect(shownMoment(looking(run))).toBeNull();
    expect(stopIndex(stopsOf(run), null)).toBe(2);
  });
});

describe('the ticks of a timeline', () => {
  const mark = (iteration: number, field: string): Mark => ({
    at: 0,
    iteration,
    memberId,
    memberName: 'Ada',
    changes: [{ field, from: 1, to: 2 }],
  });
  const said = { number: 2, at: 0, memberId, memberName: 'Ben' };
  const remarks: Remark[] = [
    { ...said, kind: 'message', text: 'Stop here', moment: { runId, iteration: 20 } },
    { ...said, kind: 'reaction', emoji: '🔥', moment: { runId, iteration: 10 } },
    { ...said, kind: 'message', text: 'Hello', moment: null },
    {
      ...said,
      kind: 'message',
      text: 'Of another run',
      moment: { runId: runIdSchema.parse('run-00002'), iteration: 10 },
    },
  ];
  const run = { ...going([0, 10, 20, 40], 50), marks: [mark(10, 'styleWeight'), mark(40, 'size')] };
  const ticks = (apart: number) => ticksOf(run, stopsOf(run), { ...makeRoom(), remarks }, apart, t);

  it('name who steered what, and what was said of the moments of this run', () => {
    expect(ticks(0).map((tick) => [tick.kind, tick.iteration, tickText(tick, t)])).toEqual([
      ['steering', 10, 'Ada changed style at iteration 10'],
      ['steering', 40, 'Ada changed size at iteration 40'],
      ['remark', 10, '🔥 Ben'],
      ['remark', 20, 'Ben: Stop here'],
    ]);
  });

  it('show where others were forked from it', () => {
    const fork = makeRun({
      id: runIdSchema.parse('run-00003'),
      number: 3,
      parent: { runId, iteration: 20 },
    });
    const named = makeRun({
      id: runIdSchema.parse('run-00004'),
      number: 4,
      name: 'Blue hour',
      parent: { runId, iteration: 40 },
    });
    const room = { ...makeRoom({ runs: [run, fork, named] }), remarks: [] };
    const marked = ticksOf(run, stopsOf(run), room, 0, t);
    expect(marked.filter(({ kind }) => kind === 'fork').map((tick) => tickText(tick, t))).toEqual([
      'Run 3 was forked here, at iteration 20',
      'Blue hour was forked here, at iteration 40',
    ]);
  });

  it('have the colour of the member, also of one who has gone', () => {
    expect(ticks(0)[0]!.colour).toBe('#f00');
    const stranger = memberIdSchema.parse('member-99');
    const gone = { ...run, marks: [{ ...mark(10, 'size'), memberId: stranger }] };
    const tick = ticksOf(gone, stopsOf(gone), { members: [], remarks: [], runs: [] }, 0, t)[0]!;
    expect(tick.colour).toBe('var(--muted)');
  });

  it('are joined where they would cover each other, and say how much they leave out', () => {
    expect(ticks(1).map(({ kind, texts }) => [kind, texts.length])).toEqual([
      ['steering', 2],
      ['remark', 2],
    ]);
    const crowded = { ...run, marks: [1, 3, 5, 7, 9, 11].map((iteration) => mark(iteration, 'size')) };
    const [tick] = ticksOf(crowded, stopsOf(crowded), makeRoom(), 1, t);
    expect(tickText(tick!, t)).toMatch(/ and 2 more$/);
  });
});

describe('the addresses of moments', () => {
  it('lead to the page of their run, and the page finds them in it', () => {
    const url = new URL(momentPath(roomId, { runId, iteration: 120 }), 'http://localhost');
    expect(addressOf(url.pathname)).toEqual({ page: 'run', runId });
    expect(momentOf(url.search)).toBe(120);
  });

  it('are those of the room where they name no run, and of no moment where they name none', () => {
    expect(addressOf(`/r/${roomId}`)).toEqual({ page: 'room' });
    expect(addressOf(`/r/${roomId}/run/no`)).toEqual({ page: 'room' });
    for (const search of ['', '?at=', '?at=-1', '?at=1.5', '?at=99999', '?at=x', '?other=1']) {
      expect(momentOf(search)).toBeNull();
    }
  });

  it('are given to others with an origin that reaches this machine', () => {
    const path = runPath(roomId, runId);
    expect(absoluteLink(path, 'http://localhost:3000', ['http://192.168.0.7:3000'])).toBe(
      `http://192.168.0.7:3000${path}`,
    );
    expect(absoluteLink(path, 'https://atelier.example', ['http://192.168.0.7:3000'])).toBe(
      `https://atelier.example${path}`,
    );
  });

  it('of their pictures ask for a small one by its side', () => {
    const moment = { runId, iteration: 7 };
    expect(keyframeUrl(roomId, moment)).toBe(`/api/rooms/${roomId}/runs/${runId}/keyframes/7.png`);
    expect(keyframeUrl(roomId, moment, 160)).toMatch(/keyframes\/7\.png\?side=160$/);
  });
});
