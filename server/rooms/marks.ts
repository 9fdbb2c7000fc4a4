import type { Mark } from '../protocol/runs';
import { steerableFields, type Settings } from '../protocol/settings';
import type { MemberRecord, RunRecord } from './record';
import type { RoomContext } from './inputs';

/** Changes of the same fields by the same member within this time are one gesture, such as the drag of a slider. */
const GESTURE_MS = 3000;
/** A run keeps its latest marks; more could not be told apart on its curve. */
const MAX_MARKS = 500;

/**
 * Notes on the run's curve who has just changed what. One gesture is one mark, from the value before it to the value
 * after it; a gesture that ends where it began leaves none. A run that has not begun has no curve to mark.
 */
export function addMark(
  run: RunRecord,
  before: Settings,
  member: MemberRecord,
  context: RoomContext,
): RunRecord {
  if (run.status.kind === 'queued') return run;
  const changes = steerableFields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(run.settings[field]))
    .map((field) => ({
      field: field as string,
      from: before[field] as unknown,
      to: run.settings[field] as unknown,
    }));
  const mark: Mark = {
    at: context.now,
    iteration: context.progress?.iteration ?? run.progress.iteration,
    memberId: member.id,
    memberName: member.name ?? '',
    changes,
  };
  // Somebody else's gesture may go on at the same time, so it need not be the last mark.
  const last = run.marks.findLast((earlier) => isSameGesture(earlier, mark));
  if (!last) return { ...run, marks: [...run.marks, mark].slice(-MAX_MARKS) };

  const merged = mark.changes
    .map((change, index) => ({ ...change, from: last.changes[index]!.from }))
    .filter((change) => JSON.stringify(change.from) !== JSON.stringify(change.to));
  const others = run.marks.filter((other) => other !== last);
  if (merged.length === 0) return { ...run, marks: others };
  return { ...run, marks: [...others, { ...mark, iteration: last.iteration, changes: merged }] };
}

function isSameGesture(last: Mark, mark: Mark): boolean {
  return (
    last.memberId === mark.memberId &&
    mark.at - last.at < GESTURE_MS &&
    last.changes.length === mark.changes.length &&
    last.changes.every((change, index) => change.field === mark.changes[index]!.field)
  );
}
