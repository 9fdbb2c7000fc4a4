import type { MemberId } from '../protocol/ids';
import { MAX_NAME_LENGTH, MAX_ROOM_BANS, MAX_ROOM_MEMBERS } from '../protocol/limits';
import type { Role } from '../protocol/roles';
import type { RoomContext, RoomInput } from './inputs';
import { memberColour } from './member-colour';
import { keep, refuse, type Transition } from './outcome';
import type { MemberRecord, RoomRecord } from './record';

const rank: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, owner: 2 };

/**
 * Lets somebody in who came with a link. A link raises a role and never lowers it; a role that an owner has set is raised
 * by the recovery link only.
 */
export function enter(
  room: RoomRecord,
  entered: Extract<RoomInput, { type: 'member-entered' }>,
  context: RoomContext,
): Transition {
  if (room.bans.some(({ memberId }) => memberId === entered.memberId)) {
    return refuse(
      'forbidden',
      'An owner of this room has decided that this browser may not come in any more.',
    );
  }
  const known = room.members.find((member) => member.id === entered.memberId);
  if (known) {
    if (rank[entered.role] <= rank[known.role]) return keep(room);
    if (known.roleFixed && entered.role !== 'owner') return keep(room);
    return keep(replaceMember(room, { ...known, role: entered.role }), {
      type: 'tell-access',
      memberIds: [known.id],
    });
  }
  // Who never said a name has only looked at the door, and gives their place to who comes now.
  const unnamed = room.members.find((other) => other.name === null && other.role !== 'owner');
  const isFull = room.members.length >= MAX_ROOM_MEMBERS;
  if (isFull && !unnamed) {
    return refuse('quota', `This room already has ${MAX_ROOM_MEMBERS} members; nobody else can come in.`);
  }
  const member: MemberRecord = {
    id: entered.memberId,
    personId: entered.personId,
    name: null,
    colour: memberColour(room.members.map(({ colour }) => colour)),
    role: entered.role,
    roleFixed: false,
    joinedAt: context.now,
    receipts: [],
  };
  const others = isFull ? room.members.filter((other) => other !== unnamed) : room.members;
  return keep({ ...room, members: [...others, member] });
}

/** Changes a member's own name. */
export function renameMember(room: RoomRecord, member: MemberRecord, name: string): Transition {
  const trimmed = name.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_NAME_LENGTH) {
    return refuse('invalid', `A name has 1 to ${MAX_NAME_LENGTH} characters.`, 'name');
  }
  if (trimmed === member.name) return keep(room);
  const renamed = { ...member, name: trimmed };
  if (member.name !== null) return keep(replaceMember(room, renamed));
  // Others see a member from the first name on. As with everything that appears, that is at the end of the list.
  return keep({ ...room, members: [...room.members.filter((other) => other !== member), renamed] });
}

/** Gives a member another role, which the edit and the watch link do not change any more. */
export function changeRole(room: RoomRecord, memberId: MemberId, role: Role): Transition {
  const member = room.members.find(({ id }) => id === memberId);
  if (!member) return unknownMember;
  if (member.role === role && member.roleFixed) return keep(room);
  if (member.role === 'owner' && role !== 'owner' && isOnlyOwner(room)) {
    return refuse(
      'conflict',
      'A room needs an owner. Make somebody else an owner first, then this role can be changed.',
      'role',
    );
  }
  const changed = replaceMember(room, { ...member, role, roleFixed: true });
  if (member.role !== 'owner' || role === 'owner') {
    return keep(changed, { type: 'tell-access', memberIds: [memberId] });
  }
  const rotated = rotateRecovery(changed);
  return keep(rotated, { type: 'tell-access', memberIds: [memberId, ...ownersOf(rotated)] });
}

/** Ends a membership, but not one's own. The recovery link of an owner goes with them. */
export function removeMember(room: RoomRecord, by: MemberRecord, memberId: MemberId): Transition {
  const member = room.members.find(({ id }) => id === memberId);
  if (!member) return unknownMember;
  if (member.id === by.id) {
    return refuse(
      'conflict',
      'You cannot remove yourself. Another owner can, or delete the room.',
      'memberId',
    );
  }
  const without = { ...room, members: room.members.filter((other) => other !== member) };
  const wasOwner = member.role === 'owner';
  return keep(
    wasOwner ? rotateRecovery(without) : without,
    ...(wasOwner ? [{ type: 'tell-access', memberIds: ownersOf(without) } as const] : []),
    {
      type: 'dismiss-members',
      memberIds: [memberId],
      problem: {
        code: 'unauthorised',
        message: 'An owner has removed you from this room. What you made here stays in it.',
      },
    },
  );
}

/** Removes a member for good: no link lets this browser in again. */
export function banMember(
  room: RoomRecord,
  by: MemberRecord,
  memberId: MemberId,
  context: RoomContext,
): Transition {
  if (room.bans.length >= MAX_ROOM_BANS) {
    return refuse(
      'quota',
      `At most ${MAX_ROOM_BANS} people can be kept out. Rotate the links instead: the old ones let nobody in then.`,
    );
  }
  const name = room.members.find(({ id }) => id === memberId)?.name ?? '';
  const removed = removeMember(room, by, memberId);
  if (!removed.ok) return removed;
  const ban = { memberId, name, at: context.now };
  return { ...removed, room: { ...removed.room, bans: [...removed.room.bans, ban] } };
}

/** Lets somebody who was banned come in by a link again. */
export function unbanMember(room: RoomRecord, memberId: MemberId): Transition {
  const bans = room.bans.filter((ban) => ban.memberId !== memberId);
  if (bans.length === room.bans.length) {
    return refuse('not-found', 'Nobody like this is kept out of the room.', 'memberId');
  }
  return keep({ ...room, bans });
}

/** Who is an owner no longer may have kept the recovery link, which would make them one again. */
function rotateRecovery(room: RoomRecord): RoomRecord {
  return { ...room, keyVersions: { ...room.keyVersions, recovery: room.keyVersions.recovery + 1 } };
}

const ownersOf = (room: RoomRecord): MemberId[] =>
  room.members.flatMap(({ id, role }) => (role === 'owner' ? [id] : []));

function replaceMember(room: RoomRecord, member: MemberRecord): RoomRecord {
  return { ...room, members: room.members.map((other) => (other.id === member.id ? member : other)) };
}

const isOnlyOwner = (room: RoomRecord) => ownersOf(room).length === 1;

const unknownMember = refuse('not-found', 'There is no such member in this room any more.', 'memberId');
