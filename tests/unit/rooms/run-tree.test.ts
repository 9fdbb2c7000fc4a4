import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../server/protocol/ids';
import { nextKeyframe } from '../../../server/protocol/keyframes';
import { ITERATIONS, MAX_RUN_CHECKPOINTS, MAX_RUN_KEYFRAMES } from '../../../server/protocol/limits';
import type { RoomInput } from '../../../server/rooms/inputs';
import type { RoomRecord, RunRecord } from '../../../server/rooms/record';
import { startOf } from '../../../server/rooms/run-moments';
import { transition } from '../../../server/rooms/transition';
import {
  accepted,
  asked,
  checkpoint,
  context,
  finished,
  keyframe,
  result,
  room,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const CHILD = 'run-00000002' as RunId;
const world = context({ freshRunId: CHILD });
const kept: RoomInput[] = [
  ...started,
  { type: 'run-keyframe', runId: RUN_ID, keyframe: keyframe(20) },
  { type: 'run-checkpoint', runId: RUN_ID, checkpoint: checkpoint(40) },
  { type: 'run-keyframe', runId: RUN_ID, keyframe: keyframe(40) },
];
const ended: RoomInput = { type: 'run-ended', runId: RUN_ID, how: 'finished', result, converged: false };
const tree = roomAfter([...kept, ended]);
const fork = (iteration: number, iterations = 30, runId = RUN_ID) =>
  asked('editor', { type: 'run:fork', from: { runId, iteration }, iterations });
const runOf = (state: RoomRecord): RunRecord => state.runs.at(-1)!;

describe('a fork', () => {
  it.each([
    ['a picture that is kept', 20, { picture: 'keyframe-20', format: 'png' }],
    ['a state that is kept, rather than its picture', 40, { picture: 'checkpoint-40', format: 'float32' }],
    ['the result', 300, { picture: result.checkpoint, format: 'float32' }],
  ] as const)('R45: starts with %s', (_what, iteration, start) => {
    const { room: after, effects } = accepted(tree, fork(iteration), world);
    const child = runOf(after);
    expect(child).toMatchObject({
      id: CHILD,
      number: 2,
      status: { kind: 'queued' },
      parent: { runId: RUN_ID, iteration },
      progress: { iteration, totalIterations: iteration + 30 },
      settings: { iterations: iteration + 30 },
    });
    expect(startOf(child)).toMatchObject({ iteration, ...start });
    expect(effects).toEqual([{ type: 'submit-run', runId: CHILD }]);
    expect(after.runs[0]).toBe(tree.runs[0]);
  });

  it('R45: takes the setup as it is now', () => {
    const changed = roomAfter(
      [
        asked('editor', { type: 'settings:change', patch: { styleWeight: 5, size: 256 } }),
        asked('editor', { type: 'style:add', imageId: room().images[2]!.id, crop: null }),
      ],
      tree,
    );
    const child = runOf(accepted(changed, fork(40), world).room);
    expect(child.settings).toMatchObject({ styleWeight: 5, size: 256 });
    expect(child.styles).toEqual(changed.setup.styles);
  });

  it.each([
    ['a moment that is not kept', fork(21), 'not-found'],
    ['a run that is not here', fork(20, 30, 'run-of-others' as RunId), 'not-found'],
    ['more iterations than a run has', fork(300, ITERATIONS.max - 299), 'invalid'],
  ])('R45: is refused from %s', (_what, input, code) => {
    expect(transition(tree, input, world)).toMatchObject({ ok: false, problem: { code } });
  });

  it('R40: waits for the run that is going, as any other', () => {
    expect(transition(roomAfter(kept), fork(20), world)).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
  });

  it('R65: is on the list of activity', () => {
    expect(accepted(tree, fork(20), world).room.activity.at(-1)!.deed).toEqual({
      kind: 'fork',
      runId: CHILD,
      from: { runId: RUN_ID, iteration: 20 },
    });
  });
});

describe('what a run continues from', () => {
  it('R44: is its result, not a later state of an attempt that failed', () => {
    const failed = roomAfter(
      [
        asked('editor', { type: 'run:continue', runId: RUN_ID, iterations: 100 }),
        { type: 'run-started', runId: RUN_ID, engine: 'onnx (cpu)', networkChecksum: 'sha256:00' },
        { type: 'run-checkpoint', runId: RUN_ID, checkpoint: checkpoint(350) },
        { type: 'run-failed', runId: RUN_ID, problem: { code: 'run-failed', message: 'x' } },
      ],
      tree,
    );
    expect(startOf(runOf(failed))!.iteration).toBe(350);
    const again = roomAfter(
      [asked('editor', { type: 'run:continue', runId: RUN_ID, iterations: 5 })],
      failed,
    );
    expect(startOf(runOf(again))).toMatchObject({ iteration: 300, picture: result.checkpoint });
    expect(runOf(again).checkpoints.map(({ iteration }) => iteration)).toEqual([40]);
    expect(runOf(again)).toMatchObject({ wish: 'go', endedAt: null });
  });
});

describe('publishing', () => {
  it('R47: is of a run that has a result, and can be taken back', () => {
    const publish = (published: boolean) => asked('owner', { type: 'run:publish', runId: RUN_ID, published });
    expect(runOf(roomAfter([publish(true)], tree)).published).toBe(true);
    expect(runOf(roomAfter([publish(true), publish(false)], tree)).published).toBe(false);
    expect(transition(roomAfter(started), publish(true), world)).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
  });

  it('R47: is not of what an editor makes of the run afterwards', () => {
    const again = (next: typeof result | null): RoomInput[] => [
      asked('owner', { type: 'run:publish', runId: RUN_ID, published: true }),
      asked('editor', { type: 'run:continue', runId: RUN_ID, iterations: 50 }),
      { type: 'run-ended', runId: RUN_ID, how: 'stopped', result: next, converged: false },
    ];
    const other = { ...result, iteration: 350, png: 'another' };
    expect(runOf(roomAfter(again(other), tree))).toMatchObject({ published: false, result: other });
    expect(runOf(roomAfter(again(null), tree))).toMatchObject({ published: true, result });
  });
});

describe('moments that are kept', () => {
  it(`R55: are at most ${MAX_RUN_KEYFRAMES} pictures, however often a run was continued`, () => {
    const inputs: RoomInput[] = [];
    for (let at = nextKeyframe(0); at <= ITERATIONS.max; at = nextKeyframe(at)) {
      for (const iteration of [at, at + 1]) {
        inputs.push({ type: 'run-keyframe', runId: RUN_ID, keyframe: keyframe(iteration) });
      }
    }
    const iterations = runOf(roomAfter([...started, ...inputs])).keyframes.map(({ iteration }) => iteration);
    expect(iterations).toHaveLength(MAX_RUN_KEYFRAMES);
    expect(iterations).toEqual(iterations.toSorted((a, b) => a - b));
    expect(iterations.slice(0, 3)).toEqual([1, 2, 3]);
  });

  it(`R46: are at most ${MAX_RUN_CHECKPOINTS} states, the first and the latest among them, the others spread`, () => {
    const inputs = Array.from({ length: 200 }, (_, index): RoomInput => {
      return { type: 'run-checkpoint', runId: RUN_ID, checkpoint: checkpoint(10 * (index + 1)) };
    });
    const iterations = runOf(roomAfter([...started, ...inputs])).checkpoints.map(
      ({ iteration }) => iteration,
    );
    expect(iterations).toHaveLength(MAX_RUN_CHECKPOINTS);
    expect([iterations[0], iterations.at(-1)]).toEqual([10, 2000]);
    for (const [index, iteration] of iterations.entries()) {
      if (index > 0) expect(iteration / iterations[index - 1]!).toBeLessThan(5);
    }
  });

  it('R43: of a run that has ended, or before the latest one that is kept, change nothing', () => {
    const going = roomAfter(kept);
    for (const [state, input] of [
      [tree, { type: 'run-keyframe', runId: RUN_ID, keyframe: keyframe(60) }],
      [tree, { type: 'run-checkpoint', runId: RUN_ID, checkpoint: checkpoint(60) }],
      [going, { type: 'run-keyframe', runId: RUN_ID, keyframe: keyframe(40) }],
      [going, { type: 'run-checkpoint', runId: RUN_ID, checkpoint: checkpoint(39) }],
    ] as const) {
      expect(accepted(state, input).room).toBe(state);
    }
  });

  it('R42: a run that has ended says when', () => {
    expect(runOf(roomAfter(finished)).endedAt).toBe(context().now);
  });
});
