import * as z from 'zod/mini';

const identifier = (description: string) =>
  z
    .string()
    .check(z.regex(/^[A-Za-z0-9_-]{8,32}$/, { error: `not a ${description}` }), z.describe(description));

export const roomIdSchema = identifier('room id').brand<'RoomId'>();
export const runIdSchema = identifier('run id').brand<'RunId'>();
export const memberIdSchema = identifier('member id').brand<'MemberId'>();
/** Made by the client, once for each thing that it asks. */
export const commandIdSchema = identifier('command id').brand<'CommandId'>();
/** Of a row of a room's revisions, as one server process has counted them. */
export const logIdSchema = identifier('log id').brand<'LogId'>();
/** The SHA-256 of the stored picture, in hex: the same picture uploaded twice is one image. */
export const imageIdSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/, { error: 'not an image id' }))
  .brand<'ImageId'>();

export type RoomId = z.infer<typeof roomIdSchema>;
export type RunId = z.infer<typeof runIdSchema>;
export type MemberId = z.infer<typeof memberIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;
export type LogId = z.infer<typeof logIdSchema>;
export type ImageId = z.infer<typeof imageIdSchema>;
