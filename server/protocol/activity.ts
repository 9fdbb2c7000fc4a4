import * as z from 'zod/mini';
import { imageIdSchema, memberIdSchema, runIdSchema } from './ids';
import { momentSchema } from './moments';
import { linkSchema, roleSchema } from './roles';

/** One setting, before and after. */
export const changeOfSettingSchema = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
export type ChangeOfSetting = z.infer<typeof changeOfSettingSchema>;

/** What somebody has done in the room. */
export const deedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settings'), changes: z.array(changeOfSettingSchema) }),
  /** `undone` is the number of the activity that was taken back. */
  z.object({ kind: z.literal('undo'), undone: z.int(), changes: z.array(changeOfSettingSchema) }),
  z.object({ kind: z.literal('image'), imageId: imageIdSchema }),
  z.object({ kind: z.literal('content'), imageId: imageIdSchema }),
  z.object({ kind: z.literal('content-removed'), imageId: imageIdSchema }),
  z.object({ kind: z.literal('style'), imageId: imageIdSchema, used: z.boolean() }),
  /** `place` among the style pictures, counted from 0. */
  z.object({ kind: z.literal('order'), imageId: imageIdSchema, place: z.int() }),
  z.object({ kind: z.literal('run'), runId: runIdSchema, did: z.enum(['start', 'stop', 'continue']) }),
  z.object({ kind: z.literal('fork'), runId: runIdSchema, from: momentSchema }),
  z.object({
    kind: z.literal('run-name'),
    runId: runIdSchema,
    from: z.nullable(z.string()),
    to: z.nullable(z.string()),
  }),
  z.object({ kind: z.literal('favourite'), runId: runIdSchema, favourite: z.boolean() }),
  z.object({ kind: z.literal('publish'), runId: runIdSchema, published: z.boolean() }),
  z.object({ kind: z.literal('title'), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal('lock'), locked: z.boolean() }),
  z.object({ kind: z.literal('role'), memberId: memberIdSchema, name: z.string(), role: roleSchema }),
  z.object({
    kind: z.enum(['remove', 'ban', 'unban']),
    memberId: memberIdSchema,
    name: z.string(),
  }),
  z.object({ kind: z.literal('links'), link: linkSchema }),
]);
export type Deed = z.infer<typeof deedSchema>;

/** An entry of the list of who changed what. */
export const activitySchema = z.object({
  /** The first revision of the room that has it: in the order of events, never given twice. */
  number: z.int(),
  /** Milliseconds since 1970. */
  at: z.number(),
  memberId: memberIdSchema,
  /** As it was then: the member may have gone since. */
  memberName: z.string(),
  deed: deedSchema,
});
export type Activity = z.infer<typeof activitySchema>;
