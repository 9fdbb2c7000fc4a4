import { z } from 'zod';
import { activitySchema } from '../../protocol/activity';
import { imageInfoSchema } from '../../protocol/images';
import { commandIdSchema, memberIdSchema, roomIdSchema } from '../../protocol/ids';
import { remarkSchema } from '../../protocol/remarks';
import { roleSchema } from '../../protocol/roles';
import { banSchema, setupSchema } from '../../protocol/room';
import { runSchema } from '../../protocol/runs';
import { settingsSchema } from '../../protocol/settings';
import type {
  BanRecord,
  CheckpointRecord,
  ImageRecord,
  InterruptionRecord,
  KeyframeRecord,
  MemberRecord,
  OriginRecord,
  ResultRecord,
  RoomRecord,
  RunRecord,
} from '../../rooms/record';

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
  roleFixed: z.boolean(),
  joinedAt: z.number(),
  receipts: z.array(commandIdSchema),
}) satisfies z.ZodType<MemberRecord>;

const banRecordSchema = z.object({ ...banSchema.shape, at: z.number() }) satisfies z.ZodType<BanRecord>;

const imageRecordSchema = z.object({
  ...imageInfoSchema.shape,
  addedAt: z.number(),
}) satisfies z.ZodType<ImageRecord>;

export const resultRecordSchema = z.object({
  iteration: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
  png: z.string(),
  preview: z.string(),
  checkpoint: z.string(),
}) satisfies z.ZodType<ResultRecord>;

const sized = { iteration: z.number().int(), width: z.number().int(), height: z.number().int() };

const originRecordSchema = z.object({
  ...sized,
  picture: z.string(),
  format: z.enum(['float32', 'png']),
}) satisfies z.ZodType<OriginRecord>;

const keyframeRecordSchema = z.object({
  ...sized,
  bytes: z.number().int(),
  picture: z.string(),
}) satisfies z.ZodType<KeyframeRecord>;

const checkpointRecordSchema = z.object({
  ...sized,
  at: z.number(),
  scale: z.number().int(),
  picture: z.string(),
  settings: settingsSchema,
}) satisfies z.ZodType<CheckpointRecord>;

const interruptionRecordSchema = z.object({
  iteration: z.number().int(),
  count: z.number().int(),
}) satisfies z.ZodType<InterruptionRecord>;

const runRecordSchema = z.object({
  ...runSchema.shape,
  networkChecksum: z.string().nullable(),
  result: resultRecordSchema.nullable(),
  listedAt: z.number().nullable(),
  origin: originRecordSchema.nullable(),
  keyframes: z.array(keyframeRecordSchema),
  checkpoints: z.array(checkpointRecordSchema),
  interruption: interruptionRecordSchema.nullable(),
}) satisfies z.ZodType<RunRecord>;

export const roomRecordSchema = z.object({
  id: roomIdSchema,
  title: z.string(),
  revision: z.number().int(),
  createdAt: z.number(),
  updatedAt: z.number(),
  setup: setupSchema,
  keyVersions: z.object({ edit: z.number().int(), watch: z.number().int(), recovery: z.number().int() }),
  settingsLocked: z.boolean(),
  members: z.array(memberRecordSchema),
  bans: z.array(banRecordSchema),
  images: z.array(imageRecordSchema),
  runs: z.array(runRecordSchema),
  activity: z.array(activitySchema),
  remarks: z.array(remarkSchema),
  deletedAt: z.number().nullable(),
}) satisfies z.ZodType<RoomRecord>;
