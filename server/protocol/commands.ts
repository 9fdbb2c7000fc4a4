import * as z from 'zod/mini';
import { commandIdSchema, imageIdSchema, memberIdSchema, roomIdSchema, runIdSchema } from './ids';
import { cropSchema } from './images';
import {
  ITERATIONS,
  MAX_NAME_LENGTH,
  MAX_RUN_NAME_LENGTH,
  MAX_STYLE_IMAGES,
  MAX_TITLE_LENGTH,
} from './limits';
import { momentSchema } from './moments';
import { networkIdSchema } from './networks';
import { emojiSchema, messageTextSchema } from './remarks';
import { linkSchema, roleSchema, type Role } from './roles';
import { settingsPatchSchema } from './settings';
import { sinceSchema } from './sync';

const more = z.int().check(z.minimum(1), z.maximum(ITERATIONS.max));
const titleError = `must have 1 to ${MAX_TITLE_LENGTH} characters`;
export const titleSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, { error: titleError }),
    z.maxLength(MAX_TITLE_LENGTH, { error: titleError }),
  );

const nameError = `must have 1 to ${MAX_NAME_LENGTH} characters`;
export const nameSchema = z
  .string()
  .check(z.trim(), z.minLength(1, { error: nameError }), z.maxLength(MAX_NAME_LENGTH, { error: nameError }));

const runNameError = `must have 1 to ${MAX_RUN_NAME_LENGTH} characters`;
export const runNameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, { error: runNameError }),
    z.maxLength(MAX_RUN_NAME_LENGTH, { error: runNameError }),
  );

/**
 * The first thing that a socket says. `name` is needed where this person has not been in the room before. `since` is what the
 * client has of the room from before its connection was lost.
 */
export const joinSchema = z.strictObject({
  roomId: roomIdSchema,
  name: z.optional(nameSchema),
  since: z.optional(sinceSchema),
});
export type Join = z.infer<typeof joinSchema>;

/** What a member can ask of the room. Which role may ask what: {@link commandRoles}. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('member:rename'), name: nameSchema }),
  /** There is always an owner left. A role that was set so is not changed by the edit or the watch link. */
  z.strictObject({ type: z.literal('member:role'), memberId: memberIdSchema, role: roleSchema }),
  /** Ends a membership; any valid link begins another one. */
  z.strictObject({ type: z.literal('member:remove'), memberId: memberIdSchema }),
  /** Removes a member whom no link lets in any more. */
  z.strictObject({ type: z.literal('member:ban'), memberId: memberIdSchema }),
  z.strictObject({ type: z.literal('member:unban'), memberId: memberIdSchema }),
  z.strictObject({ type: z.literal('room:rename'), title: titleSchema }),
  /** While settings are locked, only owners change them. */
  z.strictObject({ type: z.literal('room:lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('room:delete') }),
  /** Makes every link of this kind that was given out void; who is in stays. */
  z.strictObject({ type: z.literal('links:rotate'), link: linkSchema }),
  z.strictObject({ type: z.literal('content:set'), imageId: imageIdSchema, crop: z.nullable(cropSchema) }),
  /** Leaves the room without a content image, where it is still this one. */
  z.strictObject({ type: z.literal('content:remove'), imageId: imageIdSchema }),
  /** Adds the picture; where it is there already, changes its crop. */
  z.strictObject({ type: z.literal('style:add'), imageId: imageIdSchema, crop: z.nullable(cropSchema) }),
  z.strictObject({ type: z.literal('style:remove'), imageId: imageIdSchema }),
  /** Puts a style picture into another place, counted from 0; one beyond the last is the last. */
  z.strictObject({
    type: z.literal('style:move'),
    imageId: imageIdSchema,
    to: z.int().check(z.minimum(0), z.maximum(MAX_STYLE_IMAGES - 1)),
  }),
  z.strictObject({ type: z.literal('settings:change'), patch: settingsPatchSchema }),
  /** Takes back a change of settings from the list of activity, field by field, where nobody has changed the field since. */
  z.strictObject({ type: z.literal('settings:undo'), activity: z.int().check(z.minimum(1)) }),
  z.strictObject({ type: z.literal('run:start') }),
  z.strictObject({ type: z.literal('run:pause'), runId: runIdSchema }),
  z.strictObject({ type: z.literal('run:resume'), runId: runIdSchema }),
  /** Ends the run; the picture so far is kept. */
  z.strictObject({ type: z.literal('run:stop'), runId: runIdSchema }),
  /** Goes on from the result of a finished or stopped run. */
  z.strictObject({ type: z.literal('run:continue'), runId: runIdSchema, iterations: more }),
  /** A new run that starts at a moment of another one, with the setup as it is now, and makes `iterations` more. */
  z.strictObject({ type: z.literal('run:fork'), from: momentSchema, iterations: more }),
  /** Only members see the name; `null` takes it away. */
  z.strictObject({ type: z.literal('run:rename'), runId: runIdSchema, name: z.nullable(runNameSchema) }),
  /** The same for everybody in the room. */
  z.strictObject({ type: z.literal('run:favourite'), runId: runIdSchema, favourite: z.boolean() }),
  /** Whether anybody may see the result of this run. */
  z.strictObject({ type: z.literal('run:publish'), runId: runIdSchema, published: z.boolean() }),
  z.strictObject({
    type: z.literal('message:post'),
    text: messageTextSchema,
    moment: z.nullable(momentSchema),
  }),
  /** Of one's own; an owner may delete any. */
  z.strictObject({ type: z.literal('message:delete'), number: z.int().check(z.minimum(1)) }),
  z.strictObject({
    type: z.literal('reaction:set'),
    emoji: emojiSchema,
    moment: momentSchema,
    on: z.boolean(),
  }),
  /** Fetches the weights of a network onto the server. */
  z.strictObject({ type: z.literal('network:download'), network: networkIdSchema }),
]);
export type Command = z.infer<typeof commandSchema>;

/** How a command is sent. With the id of one that was done it is not done again, and answered as if it had been. */
export const commandRequestSchema = z.strictObject({ id: commandIdSchema, command: commandSchema });
export type CommandRequest = z.infer<typeof commandRequestSchema>;

const everybody: readonly Role[] = ['owner', 'editor', 'viewer'];
const editors: readonly Role[] = ['owner', 'editor'];
const owners: readonly Role[] = ['owner'];

/** Who may ask what. */
export const commandRoles: Readonly<Record<Command['type'], readonly Role[]>> = {
  'member:rename': everybody,
  'member:role': owners,
  'member:remove': owners,
  'member:ban': owners,
  'member:unban': owners,
  'room:rename': owners,
  'room:lock': owners,
  'room:delete': owners,
  'links:rotate': owners,
  'content:set': editors,
  'content:remove': editors,
  'style:add': editors,
  'style:remove': editors,
  'style:move': editors,
  'settings:change': editors,
  'settings:undo': editors,
  'run:start': editors,
  'run:pause': editors,
  'run:resume': editors,
  'run:stop': editors,
  'run:continue': editors,
  'run:fork': editors,
  'run:rename': editors,
  'run:favourite': editors,
  'run:publish': owners,
  'message:post': editors,
  'message:delete': editors,
  'reaction:set': everybody,
  'network:download': editors,
};
