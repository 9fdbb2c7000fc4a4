import { z } from 'zod';
import { roomIdSchema, runIdSchema, type RoomId, type RunId } from '../../protocol/ids';
import { roleSchema } from '../../protocol/roles';
import { setupSchema } from '../../protocol/room';
import { AppError } from '../../errors';
import type { RoomRecord } from '../../rooms/record';
import { roomExists } from '../failures';
import { Prisma, type PrismaClient } from '../generated/client';
import type { RecentRoom, RoomRepository } from '../ports/room-repository';
import { isDuplicate, onDatabase } from './database-failure';
import { listed } from './prisma-gallery';
import { parseStored, readStored } from './read-stored';
import { roomRecordSchema } from './record-schemas';
import { imageRow, memberRow, numberedRow, roomInclude, roomRow, runRow, toRecord } from './rows';
import { saveRoom } from './save-room';

/**
 * Rooms in the database.
 * @param onDamage told of rooms that were left out of a list, since they cannot be read
 */
export function createPrismaRooms(prisma: PrismaClient, onDamage: (error: AppError) => void): RoomRepository {
  return {
    create: (room) => onDatabase(`create room ${room.id}`, () => create(prisma, room)),
    load: (id) => onDatabase(`load room ${id}`, () => load(prisma, id)),
    save: (next, previous) =>
      onDatabase(`save room ${next.id}`, () => prisma.$transaction((tx) => saveRoom(tx, next, previous))),
    recent: (personId, limit) =>
      onDatabase('list recent rooms', () => recent(prisma, personId, limit, onDamage)),
    listed: (limit, before) => onDatabase('list the gallery', () => listed(prisma, limit, before, onDamage)),
    unfinishedRuns: () => onDatabase('list unfinished runs', () => unfinishedRuns(prisma)),
    all: () => onDatabase('list all rooms', () => all(prisma)),
    forget: (id) => onDatabase(`forget room ${id}`, () => forget(prisma, id)),
  };
}

async function create(prisma: PrismaClient, room: RoomRecord): Promise<void> {
  const { id } = room;
  try {
    await prisma.$transaction([
      prisma.room.create({ data: roomRow(room) }),
      prisma.member.createMany({ data: room.members.map((member, index) => memberRow(id, member, index)) }),
      prisma.image.createMany({ data: room.images.map((image, index) => imageRow(id, image, index)) }),
      prisma.run.createMany({ data: room.runs.map((run) => runRow(id, run)) }),
      prisma.activity.createMany({ data: room.activity.map((entry) => numberedRow(id, entry)) }),
      prisma.remark.createMany({ data: room.remarks.map((remark) => numberedRow(id, remark)) }),
    ]);
  } catch (error) {
    if (isDuplicate(error)) throw roomExists(id, error);
    throw error;
  }
}

async function load(prisma: PrismaClient, id: RoomId): Promise<RoomRecord | null> {
  const what = `room ${id}`;
  const stored = await readStored(what, () =>
    prisma.room.findUnique({ where: { id }, include: roomInclude }),
  );
  return stored && parseStored(what, roomRecordSchema, toRecord(stored));
}

const recentRoomSchema = z.object({
  id: roomIdSchema,
  title: z.string(),
  role: roleSchema,
  updatedAt: z.number(),
  latestResult: z.nullable(runIdSchema),
  content: setupSchema.shape.content,
}) satisfies z.ZodType<RecentRoom>;

async function recent(
  prisma: PrismaClient,
  personId: string,
  limit: number,
  onDamage: (error: AppError) => void,
): Promise<RecentRoom[]> {
  const memberships = await prisma.member.findMany({
    where: { personId, room: { deletedAt: null } },
    orderBy: { room: { updatedAt: 'desc' } },
    take: limit,
    select: { role: true, roomId: true },
  });
  const rooms: RecentRoom[] = [];
  // One by one: Prisma throws a whole answer away for one column that is not JSON, and one room must not hide the others.
  for (const { role, roomId } of memberships) {
    try {
      const room = await recentRoom(prisma, roomId, role);
      if (room) rooms.push(room);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      onDamage(error);
    }
  }
  return rooms;
}

/** `null` where the room has gone meanwhile. @throws AppError `internal` where it is damaged */
async function recentRoom(prisma: PrismaClient, id: string, role: string): Promise<RecentRoom | null> {
  const what = `room ${id}`;
  const room = await readStored(what, () =>
    prisma.room.findUnique({
      where: { id },
      select: {
        title: true,
        updatedAt: true,
        setup: true,
        runs: {
          where: { result: { not: Prisma.DbNull } },
          orderBy: { number: 'desc' },
          take: 1,
          select: { id: true },
        },
      },
    }),
  );
  if (!room) return null;
  return parseStored(what, recentRoomSchema, {
    id,
    title: room.title,
    role,
    updatedAt: room.updatedAt.getTime(),
    latestResult: room.runs[0]?.id ?? null,
    content: parseStored(what, setupSchema, room.setup).content,
  });
}

const unfinishedRunsSchema = z.array(z.object({ roomId: roomIdSchema, runId: runIdSchema }));

async function unfinishedRuns(prisma: PrismaClient): Promise<{ roomId: RoomId; runId: RunId }[]> {
  const stored = await prisma.run.findMany({
    where: { active: true },
    orderBy: { createdAt: 'asc' },
    select: { id: true, roomId: true },
  });
  return parseStored(
    'the list of unfinished runs',
    unfinishedRunsSchema,
    stored.map(({ id, roomId }) => ({ roomId, runId: id })),
  );
}

async function all(prisma: PrismaClient): Promise<RoomId[]> {
  const stored = await prisma.room.findMany({ orderBy: { createdAt: 'asc' }, select: { id: true } });
  return parseStored(
    'the list of rooms',
    z.array(roomIdSchema),
    stored.map(({ id }) => id),
  );
}

async function forget(prisma: PrismaClient, id: RoomId): Promise<boolean> {
  const { count } = await prisma.room.deleteMany({ where: { id, deletedAt: { not: null } } });
  return count > 0;
}
