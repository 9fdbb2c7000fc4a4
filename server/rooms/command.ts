import { commandRoles } from '../protocol/commands';
import type { Role } from '../protocol/roles';
import { addActivity } from './activity';
import { deedOf } from './deeds';
import type { RoomCommand, RoomContext, RoomInput } from './inputs';
import { banMember, changeRole, removeMember, renameMember, unbanMember } from './members';
import { keep, refuse, type Transition } from './outcome';
import { wasDone, withReceipt } from './receipts';
import type { MemberRecord, RoomRecord } from './record';
import { deleteMessage, postMessage, setReaction } from './remarks';
import { deleteRoom, lockSettings, renameRoom, rotateLink } from './room-commands';
import { continueRun, pauseRun, resumeRun, startRun, stopRun } from './run-commands';
import { forkRun } from './run-forks';
import { favouriteRun, publishRun, renameRun } from './run-labels';
import {
  addStyle,
  changeSettings,
  moveStyle,
  removeContent,
  removeStyle,
  setContent,
} from './setup-commands';
import { undoSettings } from './undo';

/** Does what a member asks, once for each id of a command, and notes who has done what. */
export function obey(
  room: RoomRecord,
  { memberId, commandId, command }: Extract<RoomInput, { type: 'command' }>,
  context: RoomContext,
): Transition {
  const member = room.members.find((candidate) => candidate.id === memberId);
  if (!member) return refuse('unauthorised', 'You are not in this room. Open its link again to come in.');
  if (wasDone(member, commandId)) return keep(room);
  const outcome = checkRole(room, member.role, command) ?? carryOut(room, member, command, context);
  if (!outcome.ok) return outcome;
  const deed = outcome.room === room ? null : deedOf(room, outcome.room, command);
  const noted = deed ? addActivity(outcome.room, member, deed, context.now) : outcome.room;
  return { ...outcome, room: withReceipt(noted, memberId, commandId) };
}

function checkRole(room: RoomRecord, role: Role, { type }: RoomCommand): Transition | null {
  if (!commandRoles[type].includes(role)) {
    return role === 'viewer' && commandRoles[type].includes('editor')
      ? refuse('forbidden', 'You are watching this room. Ask for its edit link to change something.')
      : refuse('forbidden', 'Only an owner of this room can do this.');
  }
  const isLocked = room.settingsLocked && (type === 'settings:change' || type === 'settings:undo');
  if (!isLocked || role === 'owner') return null;
  return refuse('forbidden', 'An owner has locked the settings, so they were not changed.');
}

function carryOut(
  room: RoomRecord,
  member: MemberRecord,
  asked: RoomCommand,
  context: RoomContext,
): Transition {
  switch (asked.type) {
    case 'member:rename':
      return renameMember(room, member, asked.name);
    case 'member:role':
      return changeRole(room, asked.memberId, asked.role);
    case 'member:remove':
      return removeMember(room, member, asked.memberId);
    case 'member:ban':
      return banMember(room, member, asked.memberId, context);
    case 'member:unban':
      return unbanMember(room, asked.memberId);
    case 'room:rename':
      return renameRoom(room, asked.title);
    case 'room:lock':
      return lockSettings(room, asked.locked);
    case 'room:delete':
      return deleteRoom(room, context);
    case 'links:rotate':
      return rotateLink(room, asked.link);
    case 'content:set':
      return setContent(room, asked);
    case 'content:remove':
      return removeContent(room, asked.imageId);
    case 'style:add':
      return addStyle(room, asked);
    case 'style:remove':
      return removeStyle(room, asked.imageId);
    case 'style:move':
      return moveStyle(room, asked.imageId, asked.to);
    case 'settings:change':
      return changeSettings(room, member, asked.patch, context);
    case 'settings:undo':
      return undoSettings(room, member, asked.activity, context);
    case 'run:start':
      return startRun(room, member, context);
    case 'run:pause':
      return pauseRun(room, asked.runId);
    case 'run:resume':
      return resumeRun(room, asked.runId);
    case 'run:stop':
      return stopRun(room, asked.runId);
    case 'run:continue':
      return continueRun(room, member, asked.runId, asked.iterations, context);
    case 'run:fork':
      return forkRun(room, member, asked, context);
    case 'run:rename':
      return renameRun(room, asked.runId, asked.name);
    case 'run:favourite':
      return favouriteRun(room, asked.runId, asked.favourite);
    case 'run:publish':
      return publishRun(room, asked.runId, asked.published, context);
    case 'message:post':
      return postMessage(room, member, asked, context);
    case 'message:delete':
      return deleteMessage(room, member, asked.number);
    case 'reaction:set':
      return setReaction(room, member, asked, context);
  }
}
