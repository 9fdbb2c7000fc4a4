import { z } from 'zod';
import { AppError } from '../../errors';
import type { GalleryPlace } from '../../protocol/gallery';
import { roomIdSchema, runIdSchema } from '../../protocol/ids';
import type { PrismaClient } from '../generated/client';
import type { ListedPage, ListedResult } from '../ports/room-repository';
import { parseStored, readStored } from './read-stored';
import { resultRecordSchema } from './record-schemas';

const listedResultSchema = z.object({
  listedAt: z.number(),
  runId: runIdSchema,
  roomId: roomIdSchema,
  title: z.string(),
  result: resultRecordSchema,
}) satisfies z.ZodType<ListedResult>;

const placeSchema = z
  .object({ id: runIdSchema, listedAt: z.date() })
  .transform(({ id, listedAt }): GalleryPlace => ({ listedAt: listedAt.getTime(), runId: id }));

/** See `RoomRepository.listed`. The places are read from an index, whose order is that of the gallery. */
export async function listed(
  prisma: PrismaClient,
  limit: number,
  before: GalleryPlace | undefined,
  onDamage: (error: AppError) => void,
): Promise<ListedPage> {
  const at = before && new Date(before.listedAt);
  const places = await prisma.run.findMany({
    where: at
      ? // The first condition is where the index is entered.
        { listedAt: { not: null, lte: at }, OR: [{ listedAt: { lt: at } }, { id: { lt: before.runId } }] }
      : { listedAt: { not: null } },
    orderBy: [{ listedAt: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { id: true, listedAt: true },
  });
  const page = places.slice(0, limit);
  const results: ListedResult[] = [];
  // One by one: Prisma throws a whole answer away for one column that is not JSON, and one run must not hide the others.
  for (const { id } of page) {
    try {
      const one = await listedResult(prisma, id);
      if (one) results.push(one);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      onDamage(error);
    }
  }
  const last = page.at(-1);
  const next = places.length > limit ? last : undefined;
  return { results, next: next ? parseStored('the gallery', placeSchema, next) : null };
}

/** `null` where it was taken back meanwhile. @throws AppError `internal` where it is damaged */
async function listedResult(prisma: PrismaClient, id: string): Promise<ListedResult | null> {
  const what = `run ${id}`;
  const run = await readStored(what, () =>
    prisma.run.findUnique({
      where: { id },
      select: { roomId: true, listedAt: true, result: true, room: { select: { title: true } } },
    }),
  );
  if (!run?.listedAt) return null;
  const { roomId, listedAt, result, room } = run;
  return parseStored(what, listedResultSchema, {
    listedAt: listedAt.getTime(),
    runId: id,
    roomId,
    title: room.title,
    result,
  });
}
