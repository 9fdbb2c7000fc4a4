import { isActive } from '../../protocol/runs';
import type { ImageRecord, MemberRecord, RoomRecord, RunRecord } from '../../rooms/record';
import { Prisma } from '../generated/client';

/*
 * How the parts of a room lie in the tables; `toRecord` is the reverse. Times are milliseconds since 1970 in a room, and dates
 * in the tables.
 */

/** The row of the room itself: everything but its lists. */
export function roomRow(room: RoomRecord) {
  return {
    id: room.id,
    title: room.title,
    revision: room.revision,
    createdAt: new Date(room.createdAt),
    updatedAt: new Date(room.updatedAt),
    setup: json(room.setup),
    editKeyVersion: room.keyVersions.edit,
    watchKeyVersion: room.keyVersions.watch,
    recoveryKeyVersion: room.keyVersions.recovery,
    settingsLocked: room.settingsLocked,
    bans: json(room.bans),
    deletedAt: dateOrNull(room.deletedAt),
  } satisfies Prisma.RoomCreateManyInput;
}

/** @param position its place in the room's list, from 0 */
export function memberRow(roomId: string, member: MemberRecord, position: number) {
  return {
    roomId,
    id: member.id,
    personId: member.personId,
    position,
    name: member.name,
    colour: member.colour,
    role: member.role,
    roleFixed: member.roleFixed,
    joinedAt: new Date(member.joinedAt),
    receipts: json(member.receipts),
  } satisfies Prisma.MemberCreateManyInput;
}

/** @param position its place in the room's list, from 0 */
export function imageRow(roomId: string, image: ImageRecord, position: number) {
  return {
    roomId,
    id: image.id,
    position,
    name: image.name,
    width: image.width,
    height: image.height,
    bytes: image.bytes,
    mime: image.mime,
    addedAt: new Date(image.addedAt),
  } satisfies Prisma.ImageCreateManyInput;
}

/** Has no position: runs lie in the order of their numbers. `active` is derived, so that those which a killed process left can be asked for. */
export function runRow(roomId: string, run: RunRecord) {
  return {
    id: run.id,
    roomId,
    number: run.number,
    name: run.name,
    favourite: run.favourite,
    status: json(run.status),
    active: isActive(run.status),
    wish: run.wish,
    startedBy: run.startedBy,
    createdAt: new Date(run.createdAt),
    endedAt: dateOrNull(run.endedAt),
    parent: jsonOrNull(run.parent),
    settings: json(run.settings),
    content: json(run.content),
    styles: json(run.styles),
    initial: jsonOrNull(run.initial),
    engine: run.engine,
    networkChecksum: run.networkChecksum,
    progress: json(run.progress),
    marks: json(run.marks),
    advice: json(run.advice),
    converged: run.converged,
    result: jsonOrNull(run.result),
    published: run.published,
    listedAt: dateOrNull(run.listedAt),
    origin: jsonOrNull(run.origin),
    keyframes: json(run.keyframes),
    checkpoints: json(run.checkpoints),
    interruption: jsonOrNull(run.interruption),
  } satisfies Prisma.RunCreateManyInput;
}

/** Of an activity or a remark: both are kept as they are, in the order of their numbers. */
export function numberedRow(roomId: string, value: { readonly number: number }) {
  return { roomId, number: value.number, value: json(value) };
}

/** What is read of a room, its lists in their order. */
export const roomInclude = {
  members: { orderBy: { position: 'asc' } },
  images: { orderBy: { position: 'asc' } },
  runs: { orderBy: { number: 'asc' } },
  activity: { orderBy: { number: 'asc' } },
  remarks: { orderBy: { number: 'asc' } },
} satisfies Prisma.RoomInclude;

type StoredRoom = Prisma.RoomGetPayload<{ include: typeof roomInclude }>;

/** A room out of its rows, still to be parsed. */
export function toRecord(stored: StoredRoom): unknown {
  const { editKeyVersion, watchKeyVersion, recoveryKeyVersion, ...room } = stored;
  return {
    ...room,
    createdAt: room.createdAt.getTime(),
    updatedAt: room.updatedAt.getTime(),
    keyVersions: { edit: editKeyVersion, watch: watchKeyVersion, recovery: recoveryKeyVersion },
    deletedAt: room.deletedAt?.getTime() ?? null,
    members: room.members.map((member) => ({ ...member, joinedAt: member.joinedAt.getTime() })),
    images: room.images.map((image) => ({ ...image, addedAt: image.addedAt.getTime() })),
    runs: room.runs.map((run) => ({
      ...run,
      createdAt: run.createdAt.getTime(),
      endedAt: run.endedAt?.getTime() ?? null,
      listedAt: run.listedAt?.getTime() ?? null,
    })),
    activity: room.activity.map(({ value }) => value),
    remarks: room.remarks.map(({ value }) => value),
  };
}

/** The protocol's types are of plain JSON, which Prisma's type for it cannot see. */
const json = (value: unknown) => value as Prisma.InputJsonObject;
const jsonOrNull = (value: unknown) => (value === null ? Prisma.DbNull : json(value));
const dateOrNull = (milliseconds: number | null) => (milliseconds === null ? null : new Date(milliseconds));
