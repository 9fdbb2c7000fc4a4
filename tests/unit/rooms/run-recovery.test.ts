import { describe, expect, it } from 'vitest';
import type { RoomInput } from '../../../server/rooms/inputs';
import type { RoomRecord, RunRecord } from '../../../server/rooms/record';
import { startOf } from '../../../server/rooms/run-moments';
import {
  accepted,
  asked,
  checkpoint,
  finished,
  keyframe,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const died = {
  type: 'run-interrupted',
  runId: RUN_ID,
  problem: { code: 'run-failed', message: 'The computing process was killed.' },
} as const satisfies RoomInput;
const again: RoomInput = {
  type: 'run-started',
  runId: RUN_ID,
  engine: 'onnx (cpu)',
  networkChecksum: 'sha256:00',
};
const reached = (iteration: number): RoomInput[] => [
  { type: 'run-checkpoint', runId: RUN_ID, checkpoint: checkpoint(iteration) },
  { type: 'run-keyframe', runId: RUN_ID, keyframe: keyframe(iteration + 3) },
];
const runOf = (state: RoomRecord): RunRecord => state.runs.at(-1)!;
const pause = asked('editor', { type: 'run:pause', runId: RUN_ID });
const stop = asked('editor', { type: 'run:stop', runId: RUN_ID });

describe('a run whose computing process has ended', () => {
  it('R48: says so, and is submitted again from its last checkpoint', () => {
    const { room: after, effects } = accepted(roomAfter([...started, ...reached(40)]), died);
    expect(runOf(after)).toMatchObject({
      status: { kind: 'resuming', problem: died.problem },
      progress: { iteration: 40 },
    });
    expect(runOf(after).keyframes).toEqual([]);
    expect(startOf(runOf(after))).toMatchObject({ iteration: 40, picture: 'checkpoint-40' });
    expect(effects).toEqual([{ type: 'submit-run', runId: RUN_ID }]);
    expect(runOf(roomAfter([again], after)).status.kind).toBe('running');
  });

  it('R48: begins afresh where nothing was kept yet', () => {
    const { room: after } = accepted(roomAfter(started), died);
    expect(startOf(runOf(after))).toBeNull();
    expect(runOf(after).progress.iteration).toBe(0);
  });

  it('R48: is failed with the reason at the third time at the same place', () => {
    const twice = roomAfter([...started, ...reached(40), died, again, died, again]);
    expect(runOf(twice).status.kind).toBe('running');
    const { room: after, effects } = accepted(twice, died);
    expect(runOf(after).status).toMatchObject({
      kind: 'failed',
      problem: { message: expect.stringMatching(/^The computing process was killed\..*3 times/) as string },
    });
    expect(effects).toEqual([]);
    expect(runOf(after).checkpoints).toHaveLength(1);
  });

  it('R48: may end as often as it likes while it comes further', () => {
    const far = [40, 50, 60, 70].flatMap((iteration) => [...reached(iteration), died, again]);
    expect(runOf(roomAfter([...started, ...far])).status.kind).toBe('running');
  });

  it('R48: goes back to the state before the one that is gone, as what was wished of it last', () => {
    const lost = { type: 'run-state-lost', runId: RUN_ID, iteration: 40 } as const;
    const before = roomAfter([...started, ...reached(20), ...reached(40), pause, died]);
    const { room: after, effects } = accepted(before, lost);
    expect(runOf(after)).toMatchObject({ status: { kind: 'resuming' }, progress: { iteration: 20 } });
    expect(startOf(runOf(after))).toMatchObject({ iteration: 20 });
    expect(runOf(after).keyframes.map(({ iteration }) => iteration)).toEqual([]);
    expect(effects).toEqual([
      { type: 'submit-run', runId: RUN_ID },
      { type: 'pause-run', runId: RUN_ID },
    ]);
    expect(accepted(after, lost)).toMatchObject({ room: after, effects: [] });
  });

  it('R43: is not begun again once it is over', () => {
    const done = roomAfter(finished);
    expect(accepted(done, died)).toMatchObject({ room: done, effects: [] });
  });
});

describe('after a start of the server', () => {
  const restart: RoomInput = { type: 'server-started' };

  it.each([
    ['waited', roomAfter([started[0]!])],
    ['went on', roomAfter([...started, ...reached(40)])],
    ['was resuming', roomAfter([...started, ...reached(40), died])],
  ])('R28: a run that %s waits again, and is submitted', (_what, before) => {
    const { room: after, effects } = accepted(before, restart);
    expect(runOf(after).status).toEqual({ kind: 'queued', position: 1, startsInSeconds: null });
    expect(effects).toEqual([{ type: 'submit-run', runId: RUN_ID }]);
    expect(runOf(after).progress.iteration).toBe(startOf(runOf(after))?.iteration ?? 0);
  });

  it.each([
    ['pause', [pause], 'pause-run'],
    ['pause, and was paused', [pause, { type: 'run-paused', runId: RUN_ID }], 'pause-run'],
    ['stop', [stop], 'stop-run'],
  ] as const)('R28: what was wished of a run is asked for again: %s', (_what, inputs, type) => {
    const { room: after, effects } = accepted(roomAfter([...started, ...inputs]), restart);
    expect(effects).toEqual([
      { type: 'submit-run', runId: RUN_ID },
      { type, runId: RUN_ID },
    ]);
    if (type === 'pause-run') {
      const resume = asked('editor', { type: 'run:resume', runId: RUN_ID });
      expect(accepted(after, resume).effects).toEqual([{ type: 'resume-run', runId: RUN_ID }]);
    }
  });

  it('R28: a run that was paused is paused again before it has begun, and waits once it is let go', () => {
    const paused = roomAfter([...started, pause, { type: 'run-paused', runId: RUN_ID }, restart]);
    const held = roomAfter([{ type: 'run-paused', runId: RUN_ID }], paused);
    expect(runOf(held).status).toEqual({ kind: 'paused' });
    const resume = asked('editor', { type: 'run:resume', runId: RUN_ID });
    const place = { position: 2, startsInSeconds: 30 };
    const waiting = roomAfter([resume, { type: 'run-queued', runId: RUN_ID, ...place }], held);
    expect(runOf(waiting)).toMatchObject({ wish: 'go', status: { kind: 'queued', ...place } });
  });

  it('R28: a room in which nothing was going is as it was', () => {
    const done = roomAfter(finished);
    expect(accepted(done, restart)).toMatchObject({ room: done, effects: [] });
  });
});
