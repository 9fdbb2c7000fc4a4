import type { ChangeOfSetting } from '../protocol/activity';
import type { MemberId } from '../protocol/ids';
import type { Settings } from '../protocol/settings';

/** Changes of the same fields by the same member within this time are one gesture, such as the drag of a slider. */
const GESTURE_MS = 3000;

/** What somebody has changed, and when. */
export interface SettingsEdit {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly memberId: MemberId;
  readonly changes: readonly ChangeOfSetting[];
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Of these fields, those that differ. */
export function changesBetween(
  before: Settings,
  after: Settings,
  fields: readonly (keyof Settings)[],
): ChangeOfSetting[] {
  return fields
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, from: before[field], to: after[field] }));
}

/** Whether a change goes on with what an earlier one has begun. */
export function isSameGesture(earlier: SettingsEdit, edit: SettingsEdit): boolean {
  return (
    earlier.memberId === edit.memberId &&
    edit.at - earlier.at < GESTURE_MS &&
    earlier.changes.length === edit.changes.length &&
    earlier.changes.every((change, index) => change.field === edit.changes[index]!.field)
  );
}

/** Both changes of a gesture as one, from the value before it to the value after it; empty where it ends where it began. */
export function joinChanges(
  earlier: readonly ChangeOfSetting[],
  later: readonly ChangeOfSetting[],
): ChangeOfSetting[] {
  return later
    .map((change, index) => ({ ...change, from: earlier[index]!.from }))
    .filter((change) => !isSame(change.from, change.to));
}
