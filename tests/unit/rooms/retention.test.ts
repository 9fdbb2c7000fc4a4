import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../server/protocol/ids';
import type { Expiry, RoomInput } from '../../../server/rooms/inputs';
import { duplicateRoom } from '../../../server/rooms/new-room';
import type { RoomRecord } from '../../../server/rooms/record';
import { referencedObjects } from '../../support/referenced-objects';
import {
  accepted,
  asked,
  checkpoint,
  context,
  image,
  imageId,
  keyframe,
  NOW,
  result,
  room,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const NEVER: Expiry = { keyframes: 0, checkpoints: 0, images: 0 };
const ALWAYS: Expiry = { keyframes: Infinity, checkpoints: Infinity, images: Infinity };
const kept: RoomInput[] = [20, 40, 60].flatMap((iteration) => [
  { type: 'run-keyframe', runId: RUN_ID, keyframe: keyframe(iteration) },
  { type: 'run-checkpoint', runId: RUN_ID, checkpoint: checkpoint(iteration) },
]);
const going = roomAfter([...started, ...kept]);
const done = accepted(
  going,
  { type: 'run-ended', runId: RUN_ID, how: 'finished', result, converged: false },
  context({ progress: { iteration: 60, totalIterations: 60, remainingSeconds: null } }),
).room;
const expired = (before: RoomRecord, expiry: Expiry) =>
  accepted(before, { type: 'expired', before: expiry }, context({ now: NOW + 99_000 })).room;
const iterationsOf = (list: readonly { readonly iteration: number }[]) =>
  list.map(({ iteration }) => iteration);

describe('what is old', () => {
  it('R90: of a run that has ended, its pictures and states are let go; its result stays', () => {
    const [run] = expired(done, ALWAYS).runs;
    expect(run).toMatchObject({ keyframes: [], checkpoints: [], result });
  });

  it('R90: pictures and states have an age each, counted from the end of the run', () => {
    const endedAt = done.runs[0]!.endedAt!;
    expect(expired(done, { ...NEVER, keyframes: endedAt })).toBe(done);
    const without = expired(done, { ...NEVER, keyframes: endedAt + 1 }).runs[0]!;
    expect(without.keyframes).toEqual([]);
    expect(iterationsOf(without.checkpoints)).toEqual([20, 40, 60]);
  });

  it('R91: a run that is going keeps everything', () => {
    expect(expired(going, { ...ALWAYS, images: 0 })).toBe(going);
  });

  it('R91: a moment that somebody has talked about, and one that was forked from, keep their pictures', () => {
    const child = context({ freshRunId: 'run-00000002' as RunId });
    const moment = { runId: RUN_ID, iteration: 20 };
    const said = accepted(done, asked('editor', { type: 'message:post', text: 'Look', moment })).room;
    const fork = asked('editor', { type: 'run:fork', from: { runId: RUN_ID, iteration: 40 }, iterations: 5 });
    const forked = accepted(said, fork, child).room;
    expect(iterationsOf(expired(forked, ALWAYS).runs[0]!.keyframes)).toEqual([20, 40]);
  });

  it('R91: pictures are let go where neither the setup nor a run has them', () => {
    const images = [...done.images, image('d', { addedAt: NOW + 5000 })];
    const after = expired({ ...done, images }, { ...NEVER, images: NOW + 5000 });
    expect(after.images.map(({ id }) => id)).toEqual([imageId('a'), imageId('b'), imageId('d')]);
  });

  it('R92: does not count as a change that somebody made', () => {
    const after = expired(done, ALWAYS);
    expect(after.revision).toBe(done.revision + 1);
    expect(after.updatedAt).toBe(done.updatedAt);
  });
});

describe('what is needed', () => {
  it('R91: is every object that the room names', () => {
    expect([...referencedObjects(done)].toSorted()).toEqual(
      [
        imageId('a'),
        imageId('b'),
        imageId('c'),
        result.png,
        result.preview,
        result.checkpoint,
        ...[20, 40, 60].flatMap((iteration) => [`keyframe-${iteration}`, `checkpoint-${iteration}`]),
      ].toSorted(),
    );
  });

  it('R91: is what a fork starts with, also when its parent has let it go', () => {
    const child = context({ freshRunId: 'run-00000002' as RunId });
    const fork = asked('editor', { type: 'run:fork', from: { runId: RUN_ID, iteration: 40 }, iterations: 5 });
    const after = expired(accepted(done, fork, child).room, ALWAYS);
    expect(after.runs[0]!.checkpoints).toEqual([]);
    expect([...referencedObjects(after)]).toContain('checkpoint-40');
  });

  it('R17: of a deleted room, is nothing', () => {
    const deleted = roomAfter([asked('owner', { type: 'room:delete' })], done);
    expect([...referencedObjects(deleted)]).toEqual([]);
  });
});

describe('a copy of a room', () => {
  it('R19: has its pictures and its setup, and nothing of its people, runs and talk', () => {
    const copy = duplicateRoom({ ...done, title: 'x'.repeat(80) }, 'room-00000002' as RoomRecord['id'], NOW);
    expect(copy).toMatchObject({
      id: 'room-00000002',
      revision: 0,
      setup: done.setup,
      members: [],
      runs: [],
      activity: [],
      remarks: [],
      keyVersions: { edit: 1, watch: 1, recovery: 1 },
    });
    expect(copy.title).toBe(`${'x'.repeat(76)} (2)`);
    expect(copy.images.map(({ id }) => id)).toEqual(room().images.map(({ id }) => id));
  });

  it.each([
    ['Cats', 'Cats (2)'],
    ['Cats (2)', 'Cats (3)'],
    ['Cats (in wool)', 'Cats (in wool) (2)'],
    ['(9)', '(9) (2)'],
  ])('of “%s” is called “%s”', (title, expected) => {
    expect(duplicateRoom({ ...done, title }, 'room-00000002' as RoomRecord['id'], NOW).title).toBe(expected);
  });

  it('R98: of one without a title has none either', () => {
    expect(duplicateRoom({ ...done, title: '' }, 'room-00000002' as RoomRecord['id'], NOW).title).toBe('');
  });
});
