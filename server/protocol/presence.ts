import * as z from 'zod/mini';
import { memberIdSchema } from './ids';
import { momentSchema } from './moments';

/** Where on the picture a pointer is, as fractions of its width and height from its top left corner. */
export const pointerSchema = z.strictObject({
  x: z.number().check(z.minimum(0), z.maximum(1)),
  y: z.number().check(z.minimum(0), z.maximum(1)),
});
export type Pointer = z.infer<typeof pointerSchema>;

/** What a client says of itself; needs no answer, changes nothing in the room, and is not kept. */
export const attentionSchema = z.strictObject({
  /** `null`: not on the picture. */
  pointer: z.nullable(pointerSchema),
  /** The moment that is looked at; `null`: what is going on now. */
  moment: z.nullable(momentSchema),
  /** Whose moments are followed: known, so that those who follow each other do not chase each other. */
  following: z.nullable(memberIdSchema),
});
export type Attention = z.infer<typeof attentionSchema>;

/** Somebody who is in the room now. With several tabs, what the latest of them said. */
export const presenceSchema = z.extend(attentionSchema, { memberId: memberIdSchema });
export type Presence = z.infer<typeof presenceSchema>;

/** What has changed about who is here since the last batch: one for the whole room. */
export const presenceBatchSchema = z.object({
  present: z.array(presenceSchema),
  gone: z.array(memberIdSchema),
});
export type PresenceBatch = z.infer<typeof presenceBatchSchema>;
