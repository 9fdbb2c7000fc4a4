import * as z from 'zod/mini';
import { activitySchema } from './activity';
import { forecastSchema } from './forecast';
import { memberIdSchema, roomIdSchema } from './ids';
import { imageInfoSchema, pictureSchema } from './images';
import { remarkSchema } from './remarks';
import { roleSchema } from './roles';
import { runSchema } from './runs';
import { settingsSchema } from './settings';

export const memberSchema = z.object({
  id: memberIdSchema,
  name: z.string(),
  /** CSS colour. */
  colour: z.string(),
  role: roleSchema,
  online: z.boolean(),
});
export type Member = z.infer<typeof memberSchema>;

/** Somebody who may not come in any more, with whichever link. */
export const banSchema = z.object({ memberId: memberIdSchema, name: z.string() });
export type Ban = z.infer<typeof banSchema>;

/** What the next run will be made of. */
export const setupSchema = z.object({
  content: z.nullable(pictureSchema),
  styles: z.array(pictureSchema),
  settings: settingsSchema,
});
export type Setup = z.infer<typeof setupSchema>;

/** The whole of a room as its members see it. Frames and curves come apart. */
export const roomSchema = z.object({
  id: roomIdSchema,
  /** Empty until an owner gives it one: what to call it then is for each reader's language. */
  title: z.string(),
  /** Raised by every change. A client ignores a state with a lower revision than the one it has. */
  revision: z.int(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  setup: setupSchema,
  /** Whether only owners may change settings. */
  settingsLocked: z.boolean(),
  /** For the setup as it is; `null` where pictures are missing or the machine has not been measured yet. */
  forecast: z.nullable(forecastSchema),
  images: z.array(imageInfoSchema),
  members: z.array(memberSchema),
  bans: z.array(banSchema),
  /** Oldest first. */
  runs: z.array(runSchema),
  /** The latest changes, oldest first. */
  activity: z.array(activitySchema),
  /** The latest messages and reactions, oldest first. */
  remarks: z.array(remarkSchema),
});
export type Room = z.infer<typeof roomSchema>;

/**
 * The keys of the links that a member may have: a viewer gets the watch key, an editor the edit key as well, an owner also
 * the recovery key, which makes an owner of whoever comes with it.
 */
export const linkKeysSchema = z.object({
  edit: z.nullable(z.string()),
  watch: z.string(),
  recovery: z.nullable(z.string()),
});
export type LinkKeys = z.infer<typeof linkKeysSchema>;
