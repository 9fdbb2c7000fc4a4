import { z } from 'zod';
import { forecastSchema } from './forecast';
import { memberIdSchema, roomIdSchema } from './ids';
import { imageInfoSchema, pictureSchema } from './images';
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

/** What the next run will be made of. */
export const setupSchema = z.object({
  content: pictureSchema.nullable(),
  styles: z.array(pictureSchema),
  settings: settingsSchema,
});
export type Setup = z.infer<typeof setupSchema>;

/** The whole of a room as its members see it. Frames and curves come apart. */
export const roomSchema = z.object({
  id: roomIdSchema,
  title: z.string(),
  /** Raised by every change. A client ignores a state with a lower revision than the one it has. */
  revision: z.number().int(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  setup: setupSchema,
  /** For the setup as it is; `null` where pictures are missing or the machine has not been measured yet. */
  forecast: forecastSchema.nullable(),
  images: z.array(imageInfoSchema),
  members: z.array(memberSchema),
  /** Oldest first. */
  runs: z.array(runSchema),
});
export type Room = z.infer<typeof roomSchema>;

/** The keys of the links that a member may pass on: a viewer gets the watch key, others both. */
export const linkKeysSchema = z.object({ edit: z.string().nullable(), watch: z.string() });
export type LinkKeys = z.infer<typeof linkKeysSchema>;
