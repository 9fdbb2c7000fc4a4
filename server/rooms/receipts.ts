import type { CommandId, MemberId } from '../protocol/ids';
import { MAX_RECEIPTS } from '../protocol/limits';
import type { MemberRecord, RoomRecord } from './record';

/** Whether this command of the member was done already. */
export function wasDone(member: MemberRecord, commandId: CommandId): boolean {
  return member.receipts.includes(commandId);
}

/**
 * Notes that a command was done, in the same state as what it has changed, so that both are kept or neither. Commands that
 * were refused leave no note: they have done nothing.
 */
export function withReceipt(room: RoomRecord, memberId: MemberId, commandId: CommandId): RoomRecord {
  return {
    ...room,
    members: room.members.map((member) =>
      member.id === memberId
        ? { ...member, receipts: [...member.receipts, commandId].slice(-MAX_RECEIPTS) }
        : member,
    ),
  };
}
