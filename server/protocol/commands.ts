import { z } from 'zod';
import { imageIdSchema, roomIdSchema, runIdSchema } from './ids';
import { cropSchema } from './images';
import { ITERATIONS, MAX_NAME_LENGTH } from './limits';
import { networkIdSchema } from './networks';
import type { Role } from './roles';
import { settingsPatchSchema } from './settings';

const nameError = `must have 1 to ${MAX_NAME_LENGTH} characters`;
export const nameSchema = z
  .string()
  .trim()
  .min(1, { error: nameError })
  .max(MAX_NAME_LENGTH, { error: nameError });

/** The first thing that a socket says. `name` is needed where this person has not been in the room before. */
export const joinSchema = z.strictObject({ roomId: roomIdSchema, name: nameSchema.optional() });
export type Join = z.infer<typeof joinSchema>;

/** What a member can ask of the room. Which role may ask what: {@link commandRoles}. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('member:rename'), name: nameSchema }),
  z.strictObject({ type: z.literal('content:set'), imageId: imageIdSchema, crop: cropSchema.nullable() }),
  /** Adds the picture; where it is there already, changes its crop. */
  z.strictObject({ type: z.literal('style:add'), imageId: imageIdSchema, crop: cropSchema.nullable() }),
  z.strictObject({ type: z.literal('style:remove'), imageId: imageIdSchema }),
  z.strictObject({ type: z.literal('settings:change'), patch: settingsPatchSchema }),
  z.strictObject({ type: z.literal('run:start') }),
  z.strictObject({ type: z.literal('run:pause'), runId: runIdSchema }),
  z.strictObject({ type: z.literal('run:resume'), runId: runIdSchema }),
  /** Ends the run; the picture so far is kept. */
  z.strictObject({ type: z.literal('run:stop'), runId: runIdSchema }),
  /** Goes on from the result of a finished or stopped run. */
  z.strictObject({
    type: z.literal('run:continue'),
    runId: runIdSchema,
    iterations: z.number().int().min(1).max(ITERATIONS.max),
  }),
  /** Fetches the weights of a network onto the server. */
  z.strictObject({ type: z.literal('network:download'), network: networkIdSchema }),
]);
export type Command = z.infer<typeof commandSchema>;

/** Who may ask what. */
export const commandRoles: Readonly<Record<Command['type'], readonly Role[]>> = {
  'member:rename': ['owner', 'editor', 'viewer'],
  'content:set': ['owner', 'editor'],
  'style:add': ['owner', 'editor'],
  'style:remove': ['owner', 'editor'],
  'settings:change': ['owner', 'editor'],
  'run:start': ['owner', 'editor'],
  'run:pause': ['owner', 'editor'],
  'run:resume': ['owner', 'editor'],
  'run:stop': ['owner', 'editor'],
  'run:continue': ['owner', 'editor'],
  'network:download': ['owner', 'editor'],
};
