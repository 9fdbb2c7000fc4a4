import * as z from 'zod/mini';
import { activitySchema } from './activity';
import { progressSchema } from './curves';
import { forecastSchema } from './forecast';
import { imageIdSchema, logIdSchema, memberIdSchema, runIdSchema, type LogId } from './ids';
import { imageInfoSchema } from './images';
import type { PresenceBatch } from './presence';
import { remarkSchema } from './remarks';
import { banSchema, memberSchema, roomSchema, setupSchema, type Room } from './room';
import { runSchema } from './runs';

/*
 * How a client keeps its copy of a room up to date without getting the whole of it after every change. What is not part of
 * the room's value, presence and the forecast, has events of its own.
 */

const numbers = z.array(z.int());

/**
 * What has changed in the room, by part; a part that is not named is as it was. Of a list, `set` has the items that are other
 * or new, in their order, and `gone` names those that are there no longer: lists only get new items at their end.
 */
export const roomChangeSchema = z.object({
  title: z.optional(z.string()),
  setup: z.optional(setupSchema),
  settingsLocked: z.optional(z.boolean()),
  bans: z.optional(z.array(banSchema)),
  members: z.optional(z.object({ set: z.array(memberSchema), gone: z.array(memberIdSchema) })),
  images: z.optional(z.object({ set: z.array(imageInfoSchema), gone: z.array(imageIdSchema) })),
  runs: z.optional(z.object({ set: z.array(runSchema), gone: z.array(runIdSchema) })),
  activity: z.optional(z.object({ set: z.array(activitySchema), gone: numbers })),
  remarks: z.optional(z.object({ set: z.array(remarkSchema), gone: numbers })),
});
export type RoomChange = z.infer<typeof roomChangeSchema>;

/** A step of the room: what has changed from the revision before it to `revision`. */
export const changeEventSchema = z.object({
  /** Which row of revisions this is one of: {@link sinceSchema}. */
  log: logIdSchema,
  revision: z.int(),
  change: roomChangeSchema,
});
export type ChangeEvent = z.infer<typeof changeEventSchema>;

/**
 * What a client that comes back has already. A log is made anew whenever a server begins to keep a room in memory: numbers of
 * revisions alone would not tell that what they counted was lost.
 */
export const sinceSchema = z.strictObject({ log: logIdSchema, revision: z.int().check(z.minimum(0)) });
export type Since = z.infer<typeof sinceSchema>;

/**
 * How a client is brought up to date: by what it has missed, or by the whole room. Of what is not part of the room's value it
 * gets what holds now.
 */
export const catchUpSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changes'),
    changes: z.array(changeEventSchema),
    online: z.array(memberIdSchema),
    forecast: z.nullable(forecastSchema),
    /** How far the run that is under way has come; `null` where none is. */
    progress: z.nullable(z.object({ runId: runIdSchema, value: progressSchema })),
  }),
  z.object({ kind: z.literal('snapshot'), log: logIdSchema, room: roomSchema }),
]);
export type CatchUp = z.infer<typeof catchUpSchema>;

/** The room after a change. What the change does not name stays the same object. */
export function applyChange(room: Room, revision: number, change: RoomChange): Room {
  const { members, images, runs, activity, remarks, ...whole } = change;
  const id = (item: { readonly id: string }) => item.id;
  const number = (item: { readonly number: number }) => item.number;
  return {
    ...room,
    ...whole,
    revision,
    members: applyList(room.members, members, id),
    images: applyList(room.images, images, id),
    runs: applyList(room.runs, runs, id),
    activity: applyList(room.activity, activity, number),
    remarks: applyList(room.remarks, remarks, number),
  };
}

function applyList<T, K>(
  list: T[],
  change: { readonly set: readonly T[]; readonly gone: readonly K[] } | undefined,
  keyOf: (item: T) => K,
): T[] {
  if (!change) return list;
  const set = new Map(change.set.map((item) => [keyOf(item), item]));
  const gone = new Set(change.gone);
  const stay = list.filter((item) => !gone.has(keyOf(item))).map((item) => set.get(keyOf(item)) ?? item);
  const known = new Set(list.map(keyOf));
  return [...stay, ...change.set.filter((item) => !known.has(keyOf(item)))];
}

/** A client's copy of a room, and which log its revision counts in. */
export interface RoomCopy {
  readonly log: LogId;
  readonly room: Room;
}

/** The copy one step later; `null` where it has missed something before, and has to join anew. */
export function applyEvent(copy: RoomCopy, { log, revision, change }: ChangeEvent): RoomCopy | null {
  if (log !== copy.log || revision !== copy.room.revision + 1) return null;
  return { log, room: applyChange(copy.room, revision, change) };
}

/** The copy after a welcome; `null` where what it was told to have missed does not fit to what it has. */
export function applyCatchUp(copy: RoomCopy | null, catchUp: CatchUp): RoomCopy | null {
  if (catchUp.kind === 'snapshot') return { log: catchUp.log, room: catchUp.room };
  let next = copy;
  for (const event of catchUp.changes) next = next && applyEvent(next, event);
  if (!next) return null;
  const here = new Set(catchUp.online);
  const members = next.room.members.map((member) => ({ ...member, online: here.has(member.id) }));
  const { progress, forecast } = catchUp;
  const runs = next.room.runs.map((run) =>
    run.id === progress?.runId ? { ...run, progress: progress.value } : run,
  );
  return { ...next, room: { ...next.room, members, runs, forecast } };
}

/** The copy after members came or went: the same one where nobody did. */
export function applyPresence(copy: RoomCopy, { present, gone }: PresenceBatch): RoomCopy {
  const come = new Set(present.map(({ memberId }) => memberId));
  const left = new Set(gone);
  const members = copy.room.members.map((member) => {
    const online = come.has(member.id) || (member.online && !left.has(member.id));
    return online === member.online ? member : { ...member, online };
  });
  if (members.every((member, index) => member === copy.room.members[index])) return copy;
  return { ...copy, room: { ...copy.room, members } };
}
