import type { Activity, ChangeOfSetting } from '../../server/protocol/activity';
import type { MemberId } from '../../server/protocol/ids';
import type { Room } from '../../server/protocol/room';

/** `overtaken`: all that it had set has been set to something else since. */
export type UndoState = 'possible' | 'undone' | 'overtaken';

/** Whether an entry of the list of activity can be taken back; `null` where it is no change of settings. */
export function undoStateOf(room: Room, { number, deed }: Activity): UndoState | null {
  if (deed.kind !== 'settings' && deed.kind !== 'undo') return null;
  if (room.activity.some((other) => other.deed.kind === 'undo' && other.deed.undone === number)) {
    return 'undone';
  }
  return deed.changes.some((change) => isInForce(room, change)) ? 'possible' : 'overtaken';
}

/** What Ctrl+Z takes back: the last change of settings by this member that still can be. */
export function lastChangeBy(room: Room, memberId: MemberId): Activity | undefined {
  return room.activity.findLast(
    (entry) =>
      entry.memberId === memberId &&
      entry.deed.kind === 'settings' &&
      undoStateOf(room, entry) === 'possible',
  );
}

/** True while some of what the change has set is still so. */
function isInForce({ setup }: Room, { field, from, to }: ChangeOfSetting): boolean {
  if (field !== 'styleBlend') {
    return JSON.stringify((setup.settings as Record<string, unknown>)[field]) === JSON.stringify(to);
  }
  return setup.styles.some(({ imageId }) => {
    const given = blendShare(to, imageId);
    return given !== blendShare(from, imageId) && given === blendShare(setup.settings.styleBlend, imageId);
  });
}

/** The share of a picture in a blend; one that is not named counts 1. */
export function blendShare(blend: unknown, imageId: string): number {
  return (blend as Record<string, number> | null)?.[imageId] ?? 1;
}
