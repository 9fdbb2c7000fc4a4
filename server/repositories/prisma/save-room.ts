import type { RoomRecord } from '../../rooms/record';
import { roomChanged, roomNotFound } from '../failures';
import type { Prisma } from '../generated/client';
import { listChanges, numberedChanges } from './list-changes';
import { imageRow, memberRow, numberedRow, roomRow, runRow } from './rows';

/**
 * Writes what has changed from `previous` to `next`.
 * @throws AppError `conflict` where the stored revision is not `previous.revision`; `not-found` where there is no such room
 */
export async function saveRoom(
  tx: Prisma.TransactionClient,
  next: RoomRecord,
  previous: RoomRecord,
): Promise<void> {
  const { id } = next;
  const { count } = await tx.room.updateMany({
    where: { id, revision: previous.revision },
    data: roomRow(next),
  });
  if (count === 0) throw (await tx.room.count({ where: { id } })) === 0 ? roomNotFound(id) : roomChanged(id);
  await saveMembers(tx, next, previous);
  await saveImages(tx, next, previous);
  await saveRuns(tx, next, previous);
  await saveActivity(tx, next, previous);
  await saveRemarks(tx, next, previous);
}

async function saveMembers(tx: Prisma.TransactionClient, next: RoomRecord, previous: RoomRecord) {
  const roomId = next.id;
  const { changed, gone } = listChanges(next.members, previous.members);
  if (gone.length > 0) await tx.member.deleteMany({ where: { roomId, id: { in: [...gone] } } });
  for (const { item, position } of changed) {
    const row = memberRow(roomId, item, position);
    await tx.member.upsert({ where: { roomId_id: { roomId, id: item.id } }, create: row, update: row });
  }
}

async function saveImages(tx: Prisma.TransactionClient, next: RoomRecord, previous: RoomRecord) {
  const roomId = next.id;
  const { changed, gone } = listChanges(next.images, previous.images);
  if (gone.length > 0) await tx.image.deleteMany({ where: { roomId, id: { in: [...gone] } } });
  for (const { item, position } of changed) {
    const row = imageRow(roomId, item, position);
    await tx.image.upsert({ where: { roomId_id: { roomId, id: item.id } }, create: row, update: row });
  }
}

async function saveRuns(tx: Prisma.TransactionClient, next: RoomRecord, previous: RoomRecord) {
  const roomId = next.id;
  const { changed, gone } = listChanges(next.runs, previous.runs);
  if (gone.length > 0) await tx.run.deleteMany({ where: { roomId, id: { in: [...gone] } } });
  for (const { item } of changed) {
    const row = runRow(roomId, item);
    await tx.run.upsert({ where: { id: item.id }, create: row, update: row });
  }
}

async function saveActivity(tx: Prisma.TransactionClient, next: RoomRecord, previous: RoomRecord) {
  const roomId = next.id;
  const { changed, gone } = numberedChanges(next.activity, previous.activity);
  if (gone.length > 0) await tx.activity.deleteMany({ where: { roomId, number: { in: [...gone] } } });
  for (const entry of changed) {
    const row = numberedRow(roomId, entry);
    const where = { roomId_number: { roomId, number: entry.number } };
    await tx.activity.upsert({ where, create: row, update: row });
  }
}

async function saveRemarks(tx: Prisma.TransactionClient, next: RoomRecord, previous: RoomRecord) {
  const roomId = next.id;
  const { changed, gone } = numberedChanges(next.remarks, previous.remarks);
  if (gone.length > 0) await tx.remark.deleteMany({ where: { roomId, number: { in: [...gone] } } });
  for (const remark of changed) {
    const row = numberedRow(roomId, remark);
    const where = { roomId_number: { roomId, number: remark.number } };
    await tx.remark.upsert({ where, create: row, update: row });
  }
}
