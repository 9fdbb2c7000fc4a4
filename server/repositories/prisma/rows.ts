import type { ImageInfo } from '../../protocol/images';
import { isActive } from '../../protocol/runs';
import type { MemberRecord, RoomRecord, RunRecord } from '../../rooms/record';
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
    joinedAt: new Date(member.joinedAt),
  } satisfies Prisma.MemberCreateManyInput;
}

/** @param position its place in the room's list, from 0 */
export function imageRow(roomId: string, image: ImageInfo, position: number) {
  return {
    roomId,
    id: image.id,
    position,
    name: image.name,
    width: image.width,
    height: image.height,
    bytes: image.bytes,
    mime: image.mime,
  } satisfies Prisma.ImageCreateManyInput;
}

/** Has no position: runs lie in the order of their numbers. `active` is derived, so that those which a killed process left can be asked for. */
export function runRow(roomId: string, run: RunRecord) {
  return {
    id: run.id,
    roomId,
    number: run.number,
    status: json(run.status),
    active: isActive(run.status),
    startedBy: run.startedBy,
    createdAt: new Date(run.createdAt),
    settings: json(run.settings),
    content: json(run.content),
    styles: json(run.styles),
    initial: run.initial === null ? Prisma.DbNull : json(run.initial),
    engine: run.engine,
    networkChecksum: run.networkChecksum,
    progress: json(run.progress),
    marks: json(run.marks),
    advice: json(run.advice),
    converged: run.converged,
    result: run.result === null ? Prisma.DbNull : json(run.result),
  } satisfies Prisma.RunCreateManyInput;
}

/** What is read of a room, its lists in their order. */
export const roomInclude = {
  members: { orderBy: { position: 'asc' } },
  images: { orderBy: { position: 'asc' } },
  runs: { orderBy: { number: 'asc' } },
} satisfies Prisma.RoomInclude;

type StoredRoom = Prisma.RoomGetPayload<{ include: typeof roomInclude }>;

/** A room out of its rows, still to be parsed. */
export function toRecord(stored: StoredRoom): unknown {
  const { editKeyVersion, watchKeyVersion, ...room } = stored;
  return {
    ...room,
    createdAt: room.createdAt.getTime(),
    updatedAt: room.updatedAt.getTime(),
    keyVersions: { edit: editKeyVersion, watch: watchKeyVersion },
    members: room.members.map((member) => ({ ...member, joinedAt: member.joinedAt.getTime() })),
    runs: room.runs.map((run) => ({ ...run, createdAt: run.createdAt.getTime() })),
  };
}

/** The protocol's types are of plain JSON, which Prisma's type for it cannot see. */
const json = (value: unknown) => value as Prisma.InputJsonObject;
