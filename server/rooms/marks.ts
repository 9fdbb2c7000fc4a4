import type { Mark } from '../protocol/runs';
import { steerableFields, type Settings } from '../protocol/settings';
import type { RoomContext } from './inputs';
import type { MemberRecord, RunRecord } from './record';
import { changesBetween, isSameGesture, joinChanges } from './setting-changes';

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
  const mark: Mark = {
    at: context.now,
    iteration: context.progress?.iteration ?? run.progress.iteration,
    memberId: member.id,
    memberName: member.name ?? '',
    changes: changesBetween(before, run.settings, steerableFields),
  };
  // Somebody else's gesture may go on at the same time, so it need not be the last mark.
  const last = run.marks.findLast((earlier) => isSameGesture(earlier, mark));
  if (!last) return { ...run, marks: [...run.marks, mark].slice(-MAX_MARKS) };

  const changes = joinChanges(last.changes, mark.changes);
  const others = run.marks.filter((other) => other !== last);
  if (changes.length === 0) return { ...run, marks: others };
  return { ...run, marks: [...others, { ...mark, iteration: last.iteration, changes }] };
}
