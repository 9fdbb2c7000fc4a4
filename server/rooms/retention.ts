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

/** An object that a room names, and how long it does: `always`, or until it lets go of this kind as of that age. */
export interface Holding {
  readonly key: ObjectKey;
  readonly until: 'always' | { readonly kind: keyof Expiry; readonly at: number };
}

/** What is known of a room by whoever collects objects. */
export interface RoomHoldings {
  readonly held: readonly Holding[];
  /** Milliseconds since 1970; `null` while there is a room. */
  readonly deletedAt: number | null;
}

/**
 * All that the room names. What is held by age is let go by {@link expire} where `at` is before the moment for its kind; an
 * object may be held more than once.
 */
export function holdings(room: RoomRecord): Holding[] {
  const pinned = pinnedMoments(room);
  const used = usedImages(room);
  return [
    ...always(used),
    ...room.images.filter(({ id }) => !used.has(id)).map(({ id, addedAt }) => held(id, 'images', addedAt)),
    ...room.runs.flatMap((run) => runHoldings(run, pinned)),
  ];
}

function runHoldings(run: RunRecord, pinned: ReadonlySet<string>): Holding[] {
  const { id: runId, result, origin, keyframes, checkpoints, endedAt } = run;
  const needed = [
    ...(result ? [result.png, result.preview, result.checkpoint] : []),
    ...(origin ? [origin.picture] : []),
  ];
  const pictures = (list: readonly { readonly picture: ObjectKey }[]) => list.map(({ picture }) => picture);
  if (endedAt === null) return always([...needed, ...pictures(keyframes), ...pictures(checkpoints)]);
  const isPinned = ({ iteration }: { readonly iteration: number }) =>
    pinned.has(nameOf({ runId, iteration }));
  return [
    ...always([...needed, ...pictures(keyframes.filter(isPinned))]),
    ...keyframes
      .filter((keyframe) => !isPinned(keyframe))
      .map(({ picture }) => held(picture, 'keyframes', endedAt)),
    ...checkpoints.map(({ picture }) => held(picture, 'checkpoints', endedAt)),
  ];
}

const always = (keys: Iterable<ObjectKey>): Holding[] => [...keys].map((key) => ({ key, until: 'always' }));
const held = (key: ObjectKey, kind: keyof Expiry, at: number): Holding => ({ key, until: { kind, at } });

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
