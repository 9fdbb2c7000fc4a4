import type { ChangeOfSetting } from '../protocol/activity';
import { settingsPatchSchema, type Settings, type SettingsPatch } from '../protocol/settings';
import type { RoomContext } from './inputs';
import { refuse, type Transition } from './outcome';
import type { MemberRecord, RoomRecord } from './record';
import { isSame } from './setting-changes';
import { changeSettings } from './setup-commands';

/**
 * Takes back a change of settings: each of its fields goes back to the value before, where it still has the value that the
 * change gave it. What somebody has changed since stays. It is an ordinary change otherwise, and can be taken back itself.
 */
export function undoSettings(
  room: RoomRecord,
  member: MemberRecord,
  number: number,
  context: RoomContext,
): Transition {
  const entry = room.activity.find((candidate) => candidate.number === number);
  if (!entry || (entry.deed.kind !== 'settings' && entry.deed.kind !== 'undo')) {
    return refuse('not-found', 'This change is not on the list any more, so it cannot be taken back.');
  }
  const isUndone = room.activity.some(({ deed }) => deed.kind === 'undo' && deed.undone === number);
  if (isUndone) return refuse('conflict', 'This change has been taken back already. Nothing was changed.');
  const patch = settingsPatchSchema.safeParse(
    patchBack(room.setup.settings, entry.deed.changes, inUse(room)),
  );
  if (!patch.success) {
    return refuse(
      'conflict',
      'What this change had set has been changed since by somebody, so there is nothing to take back.',
    );
  }
  return changeSettings(room, member, patch.data, context);
}

/** The patch that takes back what is left of these changes. */
function patchBack(
  settings: Settings,
  changes: readonly ChangeOfSetting[],
  styles: ReadonlySet<string>,
): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const { field, from, to } of changes) {
    if (field === 'styleBlend') {
      const blend = blendBack(settings.styleBlend, from as Blend, to as Blend, styles);
      if (Object.keys(blend).length > 0) patch['styleBlend'] = blend;
    } else if (isSame(settings[field as keyof Settings], to)) patch[field] = from;
  }
  return patch;
}

type Blend = SettingsPatch['styleBlend'] & object;

/** Of pictures that are still in use, the shares that nobody has changed since. A picture that is not named counts 1. */
function blendBack(
  present: Settings['styleBlend'],
  from: Blend,
  to: Blend,
  styles: ReadonlySet<string>,
): Record<string, number> {
  const share = (blend: Blend, id: string) => (blend as Record<string, number>)[id] ?? 1;
  const ids = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return Object.fromEntries(
    ids
      .filter((id) => styles.has(id) && share(from, id) !== share(to, id))
      .filter((id) => share(present, id) === share(to, id))
      .map((id) => [id, share(from, id)]),
  );
}

const inUse = (room: RoomRecord): ReadonlySet<string> =>
  new Set(room.setup.styles.map(({ imageId }) => imageId));
