import type { MemberId } from '../../server/protocol/ids';
import type { Moment } from '../../server/protocol/moments';
import { emojiSchema, type Emoji, type Remark } from '../../server/protocol/remarks';

export type Message = Extract<Remark, { kind: 'message' }>;

/** How many have reacted with one emoji, who, and whether this member is among them. */
export interface ReactionCount {
  readonly emoji: Emoji;
  readonly count: number;
  readonly names: readonly string[];
  readonly mine: boolean;
}

/** What the list of messages shows: a message, or all reactions to one moment together. */
export type Said =
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'reactions'; readonly moment: Moment; readonly counts: readonly ReactionCount[] };

export const isSameMoment = (a: Moment, b: Moment): boolean =>
  a.runId === b.runId && a.iteration === b.iteration;

/** The reactions to a moment that there are, in the order in which emoji are offered. */
export function reactionsTo(
  remarks: readonly Remark[],
  moment: Moment,
  me: MemberId | undefined,
): ReactionCount[] {
  const there = remarks.filter(
    (remark) => remark.kind === 'reaction' && isSameMoment(remark.moment, moment),
  ) as Extract<Remark, { kind: 'reaction' }>[];
  return emojiSchema.options.flatMap((emoji) => {
    const given = there.filter((reaction) => reaction.emoji === emoji);
    if (given.length === 0) return [];
    const names = given.map(({ memberName }) => memberName);
    return [{ emoji, count: given.length, names, mine: given.some(({ memberId }) => memberId === me) }];
  });
}

/** All that was said, oldest first; the reactions to a moment stand where the last of them was given. */
export function conversationOf(remarks: readonly Remark[], me: MemberId | undefined): Said[] {
  return remarks.flatMap((remark, index): Said[] => {
    if (remark.kind === 'message') return [{ kind: 'message', message: remark }];
    const { moment } = remark;
    const goesOn = remarks
      .slice(index + 1)
      .some((later) => later.kind === 'reaction' && isSameMoment(later.moment, moment));
    return goesOn ? [] : [{ kind: 'reactions', moment, counts: reactionsTo(remarks, moment, me) }];
  });
}

/** How many messages of others came after the one with this number. */
export function unseenMessages(remarks: readonly Remark[], me: MemberId | undefined, seen: number): number {
  return remarks.filter(
    (remark) => remark.kind === 'message' && remark.memberId !== me && remark.number > seen,
  ).length;
}
