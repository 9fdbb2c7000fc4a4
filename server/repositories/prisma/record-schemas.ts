import { z } from 'zod';
import { imageInfoSchema } from '../../protocol/images';
import { memberIdSchema, roomIdSchema } from '../../protocol/ids';
import { roleSchema } from '../../protocol/roles';
import { setupSchema } from '../../protocol/room';
import { runSchema } from '../../protocol/runs';
import type { MemberRecord, ResultRecord, RoomRecord, RunRecord } from '../../rooms/record';

/*
 * What a stored room must look like to be used. Whoever changes a protocol schema so that it refuses what it took
 * before also writes a migration of the rows that are stored.
 */

const memberRecordSchema = z.object({
  id: memberIdSchema,
  personId: z.string(),
  name: z.string().nullable(),
  colour: z.string(),
  role: roleSchema,
  joinedAt: z.number(),
}) satisfies z.ZodType<MemberRecord>;

const resultRecordSchema = z.object({
  iteration: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  png: z.string(),
  preview: z.string(),
  checkpoint: z.string(),
}) satisfies z.ZodType<ResultRecord>;

const runRecordSchema = runSchema.extend({
  networkChecksum: z.string().nullable(),
  result: resultRecordSchema.nullable(),
}) satisfies z.ZodType<RunRecord>;

export const roomRecordSchema = z.object({
  id: roomIdSchema,
  title: z.string(),
  revision: z.number().int(),
  createdAt: z.number(),
  updatedAt: z.number(),
  setup: setupSchema,
  keyVersions: z.object({ edit: z.number().int(), watch: z.number().int() }),
  members: z.array(memberRecordSchema),
  images: z.array(imageInfoSchema),
  runs: z.array(runRecordSchema),
}) satisfies z.ZodType<RoomRecord>;
