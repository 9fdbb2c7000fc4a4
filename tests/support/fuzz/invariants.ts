import { isDeepStrictEqual } from 'node:util';
import {
  MAX_ACTIVITIES,
  MAX_RECEIPTS,
  MAX_ROOM_REMARKS,
  MAX_RUN_CHECKPOINTS,
  MAX_RUN_KEYFRAMES,
  MAX_STYLE_IMAGES,
} from '../../../server/protocol/limits';
import { isActive } from '../../../server/protocol/runs';
import type { RoomRecord, RunRecord } from '../../../server/rooms/record';
import { startOf } from '../../../server/rooms/run-moments';
import { checkSettings } from '../../../server/rooms/settings';

/** Throws, naming the rule, where it does not hold. */
export function must(holds: boolean, rule: string): void {
  if (!holds) throw new Error(`broken: ${rule}`);
}

/** What holds of a room at any time. What its parts look like is the affair of the schemas. */
export function checkRoom(room: RoomRecord): void {
  const { members, images, runs, bans, activity, remarks, setup, revision } = room;
  must(
    members.some(({ role }) => role === 'owner'),
    'a room has an owner',
  );
  for (const [what, ids] of Object.entries({
    members: members.map(({ id }) => id),
    images: images.map(({ id }) => id),
    runs: runs.map(({ id }) => id),
    bans: bans.map(({ memberId }) => memberId),
    styles: setup.styles.map(({ imageId }) => imageId),
  })) {
    must(new Set<string>(ids).size === ids.length, `no two ${what} have one id`);
  }
  must(!bans.some(({ memberId }) => members.some(({ id }) => id === memberId)), 'who is banned is no member');
  must(runs.filter(({ status }) => isActive(status)).length <= 1, 'at most one run is under way');
  must(
    isDeepStrictEqual(
      runs.map(({ number }) => number),
      runs.map((_, index) => index + 1),
    ),
    'runs are numbered in their order',
  );
  for (const { receipts } of members) {
    must(receipts.length <= MAX_RECEIPTS, `at most ${MAX_RECEIPTS} receipts`);
    must(new Set(receipts).size === receipts.length, 'a command is done once');
  }
  for (const [what, list, limit] of [
    ['activities', activity, MAX_ACTIVITIES],
    ['remarks', remarks, MAX_ROOM_REMARKS],
  ] as const) {
    const numbers = list.map(({ number }) => number);
    must(list.length <= limit, `at most ${limit} ${what}`);
    must(isAscending(numbers) && (numbers.at(-1) ?? 0) <= revision, `${what} are numbered by revisions`);
  }
  must(setup.styles.length <= MAX_STYLE_IMAGES, `at most ${MAX_STYLE_IMAGES} styles`);
  must(checkSettings(setup.settings, images) === null, 'the settings go together, and with the pictures');
  const known = new Set<string>(images.map(({ id }) => id));
  for (const { content, styles } of [setup, ...runs]) {
    for (const picture of [content, ...styles])
      must(!picture || known.has(picture.imageId), 'pictures are there');
  }
  for (const run of runs) checkRun(run);
  if (room.deletedAt !== null) {
    must(
      [images, runs, bans, activity, remarks].every(({ length }) => length === 0),
      'a deleted room is empty',
    );
  }
}

function checkRun(run: RunRecord): void {
  const { status, endedAt, keyframes, checkpoints, result, published, listedAt, progress } = run;
  must(isActive(status) === (endedAt === null), 'a run has an end exactly when it is over');
  must(keyframes.length <= MAX_RUN_KEYFRAMES, `at most ${MAX_RUN_KEYFRAMES} keyframes`);
  must(checkpoints.length <= MAX_RUN_CHECKPOINTS, `at most ${MAX_RUN_CHECKPOINTS} checkpoints`);
  for (const list of [keyframes, checkpoints]) {
    must(isAscending(list.map(({ iteration }) => iteration)), 'moments are ascending');
  }
  must(!published || result !== null, 'what is published is there');
  must(listedAt === null || published, 'what is in the gallery is published');
  must(
    !isActive(status) || (startOf(run)?.iteration ?? 0) >= (run.origin?.iteration ?? 0),
    'no run goes back',
  );
  must(progress.iteration >= 0 && progress.totalIterations >= 1, 'progress is of iterations');
}

const isAscending = (numbers: readonly number[]) =>
  numbers.every((number, index) => index === 0 || numbers[index - 1]! < number);
