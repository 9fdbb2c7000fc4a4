import type { MemberId } from '../../../server/protocol/ids';

/** The browsers that come and go in a story. */
export const people = Array.from({ length: 8 }, (_, index) => ({
  memberId: `member-000${index + 1}` as MemberId,
  personId: `person-000${index + 1}`,
}));
