import * as z from 'zod/mini';
import { memberIdSchema } from './ids';
import { MAX_MESSAGE_LENGTH } from './limits';
import { momentSchema } from './moments';

/** With what one can react. */
export const emojiSchema = z.enum(['👍', '👎', '❤️', '😍', '😮', '😂', '🔥', '🎨']);
export type Emoji = z.infer<typeof emojiSchema>;

const messageError = `must have 1 to ${MAX_MESSAGE_LENGTH} characters`;
export const messageTextSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, { error: messageError }),
    z.maxLength(MAX_MESSAGE_LENGTH, { error: messageError }),
  );

const said = {
  /** The first revision of the room that has it: in the order in which they came, never given twice. */
  number: z.int(),
  /** Milliseconds since 1970. */
  at: z.number(),
  memberId: memberIdSchema,
  /** As it was then: the member may have gone since. */
  memberName: z.string(),
};

/** What a member has to say. */
export const remarkSchema = z.discriminatedUnion('kind', [
  /** `moment` is null where it is about the room. */
  z.object({ ...said, kind: z.literal('message'), text: z.string(), moment: z.nullable(momentSchema) }),
  z.object({ ...said, kind: z.literal('reaction'), emoji: emojiSchema, moment: momentSchema }),
]);
export type Remark = z.infer<typeof remarkSchema>;
