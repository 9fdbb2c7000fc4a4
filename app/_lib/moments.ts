import { isActive, type Run } from '../../server/protocol/runs';
import type { RoomState } from './room-reducer';
import { shownRun } from './room-selectors';
import { nearestMoment } from './run-moments';

/** A place of a run's timeline. */
export interface Stop {
  readonly iteration: number;
  /** What the page looks back at there; `null` at the run's newest frame or its result. */
  readonly moment: number | null;
  /** The keyframe whose picture stands for it. */
  readonly picture: number;
}

/**
 * Where a run can be looked at, first to last: its keyframes, and at the end what everybody sees of it. Empty where it has
 * kept nothing.
 */
export function stopsOf(run: Run): Stop[] {
  const { keyframes, progress, result, status } = run;
  const newest = keyframes.at(-1);
  if (newest === undefined) return [];
  const stops: Stop[] = keyframes.map((kept) => ({ iteration: kept, moment: kept, picture: kept }));
  const hasEnd = isActive(status) || result !== null;
  if (!hasEnd) return stops;
  // The last iterate of a run that has ended is kept too, and is what the result shows.
  if (!isActive(status) && newest >= progress.iteration) stops.pop();
  return [...stops, { iteration: Math.max(progress.iteration, newest), moment: null, picture: newest }];
}

/** Which of the stops is looked at. @param stops not empty */
export function stopIndex(stops: readonly Stop[], moment: number | null): number {
  const last = stops.length - 1;
  if (moment === null) return last;
  const kept = nearestMoment(
    stops.map(({ iteration }) => iteration),
    moment,
  );
  return stops.findIndex(({ iteration }) => iteration === kept);
}

/**
 * Where an iteration lies along a timeline whose stops are evenly spaced, as a fraction of its width: in between, in
 * proportion; before the first stop and after the last at theirs.
 * @param stops not empty
 */
export function placeOf(stops: readonly Stop[], iteration: number): number {
  const next = stops.findIndex((stop) => stop.iteration >= iteration);
  const count = stops.length;
  if (next === -1) return (count - 0.5) / count;
  if (next === 0) return 0.5 / count;
  const from = stops[next - 1]!.iteration;
  const to = stops[next]!.iteration;
  return (next - 1 + (iteration - from) / (to - from) + 0.5) / count;
}

/** The stops whose pictures stand for all, where there is room for `slots` of them. */
export function sampledStops(stops: readonly Stop[], slots: number): Stop[] {
  const count = Math.min(stops.length, Math.max(0, Math.floor(slots)));
  return Array.from(
    { length: count },
    (_, slot) => stops[Math.floor(((slot + 0.5) * stops.length) / count)]!,
  );
}

/** The iteration whose kept picture is on the stage; `null` where it shows the newest frame or the result. */
export function shownMoment(state: RoomState): number | null {
  const run = shownRun(state);
  if (!run) return null;
  // What broke off before it had a result has its last moment to show.
  const ended = !isActive(run.status) && run.result === null;
  const wanted = state.moment ?? (ended ? Infinity : null);
  if (wanted === null) return null;
  return wanted === Infinity ? (run.keyframes.at(-1) ?? null) : nearestMoment(run.keyframes, wanted);
}
