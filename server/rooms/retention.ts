import type { Moment } from '../protocol/moments';
import type { Expiry } from './inputs';
import { keep, type Transition } from './outcome';
import type { ObjectKey, RoomRecord, RunRecord } from './record';

/**
 * Lets go of what is old and not shown: the room stops naming it, and whoever collects objects finds that nobody does. What
 * was said about a moment, and what a run was forked from, keeps that moment's picture; a run that is going keeps everything.
 */
export function expire(room: RoomRecord, before: Expiry): Transition {
  const pinned = pinnedMoments(room);
  const used = usedImages(room);
  const images = room.images.filter((image) => used.has(image.id) || image.addedAt >= before.images);
  const runs = room.runs.map((run) => expireRun(run, before, pinned));
  const isAsBefore =
    images.length === room.images.length && runs.every((run, index) => run === room.runs[index]);
  return keep(isAsBefore ? room : { ...room, images, runs });
}

function expireRun(run: RunRecord, before: Expiry, pinned: ReadonlySet<string>): RunRecord {
  const { endedAt } = run;
  if (endedAt === null) return run;
  const keyframes =
    endedAt < before.keyframes
      ? run.keyframes.filter(({ iteration }) => pinned.has(nameOf({ runId: run.id, iteration })))
      : run.keyframes;
  const checkpoints = endedAt < before.checkpoints ? [] : run.checkpoints;
  const isAsBefore =
    keyframes.length === run.keyframes.length && checkpoints.length === run.checkpoints.length;
  return isAsBefore ? run : { ...run, keyframes, checkpoints };
}

/** Every object that the room needs to be shown and to go on: none of these may be collected. */
export function referencedObjects(room: RoomRecord): ReadonlySet<ObjectKey> {
  const keys = new Set<ObjectKey>(room.images.map(({ id }) => id));
  for (const id of usedImages(room)) keys.add(id);
  for (const { result, origin, keyframes, checkpoints } of room.runs) {
    if (result) for (const key of [result.png, result.preview, result.checkpoint]) keys.add(key);
    if (origin) keys.add(origin.picture);
    for (const { picture } of [...keyframes, ...checkpoints]) keys.add(picture);
  }
  return keys;
}

/** The pictures in the setup and of the runs. */
function usedImages({ setup, runs }: RoomRecord): ReadonlySet<string> {
  const used = new Set<string>();
  if (setup.settings.initialImage !== null) used.add(setup.settings.initialImage);
  for (const { content, styles } of [setup, ...runs]) {
    for (const picture of [content, ...styles]) if (picture) used.add(picture.imageId);
  }
  for (const { initial } of runs) if (initial) used.add(initial.imageId);
  return used;
}

function pinnedMoments({ remarks, runs }: RoomRecord): ReadonlySet<string> {
  const moments = [...remarks.map(({ moment }) => moment), ...runs.map(({ parent }) => parent)];
  return new Set(moments.flatMap((moment) => (moment ? [nameOf(moment)] : [])));
}

const nameOf = ({ runId, iteration }: Moment) => `${runId}@${iteration}`;
