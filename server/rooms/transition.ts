import { commandRoles } from '../protocol/commands';
import type { Problem } from '../protocol/errors';
import type { MemberId, RunId } from '../protocol/ids';
import type { ImageInfo } from '../protocol/images';
import { MAX_NAME_LENGTH, MAX_ROOM_IMAGES, MAX_ROOM_IMAGE_BYTES, MAX_ROOM_MEMBERS } from '../protocol/limits';
import type { Role } from '../protocol/roles';
import type { RoomCommand, RoomContext, RoomInput } from './inputs';
import { memberColour } from './member-colour';
import { keep, refuse, type Transition } from './outcome';
import type { MemberRecord, RoomRecord, RunRecord } from './record';
import { adviseRun } from './run-advice';
import { continueRun, pauseRun, resumeRun, startRun, stopRun } from './run-commands';
import { endRun, failRun, markPaused, markQueued, markRunning } from './run-progress';
import { addStyle, changeSettings, removeStyle, setContent } from './setup-commands';

/**
 * The room's state machine: pure, the only thing that changes a room. Every change raises the revision by one; an
 * input that changes nothing gives back the same object.
 */
export function transition(room: RoomRecord, input: RoomInput, context: RoomContext): Transition {
  const result = decide(room, input, context);
  if (!result.ok || result.room === room) return result;
  return { ...result, room: { ...result.room, revision: room.revision + 1, updatedAt: context.now } };
}

function decide(room: RoomRecord, input: RoomInput, context: RoomContext): Transition {
  switch (input.type) {
    case 'member-entered':
      return enter(room, input, context);
    case 'image-added':
      return addImage(room, input.memberId, input.image, context);
    case 'command':
      return command(room, input.memberId, input.command, context);
    case 'run-queued':
      return updateRun(room, input.runId, (run) => markQueued(run, input.position));
    case 'run-started':
      return updateRun(room, input.runId, (run) => markRunning(run, input.engine, input.networkChecksum));
    case 'run-paused':
      return updateRun(room, input.runId, (run) => markPaused(run, context.progress));
    case 'run-resumed':
      return updateRun(room, input.runId, (run) => markRunning(run, run.engine, run.networkChecksum));
    case 'run-advised':
      return updateRun(room, input.runId, (run) => adviseRun(run, input.advice, room.setup.settings));
    case 'run-ended':
      return updateRun(room, input.runId, (run) => endRun(run, input, context.progress));
    case 'run-failed':
      return updateRun(room, input.runId, (run) => failRun(run, input.problem, context.progress));
  }
}

function command(room: RoomRecord, memberId: MemberId, asked: RoomCommand, context: RoomContext): Transition {
  const member = room.members.find((candidate) => candidate.id === memberId);
  if (!member) return refuse('unauthorised', 'You are not in this room. Open its link again to come in.');
  if (!commandRoles[asked.type].includes(member.role)) {
    return refuse('forbidden', 'You are watching this room. Ask for its edit link to change something.');
  }
  switch (asked.type) {
    case 'member:rename':
      return rename(room, member, asked.name);
    case 'content:set':
      return setContent(room, asked);
    case 'style:add':
      return addStyle(room, asked);
    case 'style:remove':
      return removeStyle(room, asked.imageId);
    case 'settings:change':
      return changeSettings(room, member, asked.patch, context);
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
  }
}

const rank: Readonly<Record<Role, number>> = { viewer: 0, editor: 1, owner: 2 };

function enter(
  room: RoomRecord,
  entered: Extract<RoomInput, { type: 'member-entered' }>,
  context: RoomContext,
): Transition {
  const known = room.members.find((member) => member.id === entered.memberId);
  if (known) {
    if (rank[entered.role] <= rank[known.role]) return keep(room);
    return keep(replaceMember(room, { ...known, role: entered.role }));
  }
  // Who never said a name has only looked at the door, and gives their place to who comes now.
  const unnamed = room.members.find((other) => other.name === null);
  const isFull = room.members.length >= MAX_ROOM_MEMBERS;
  if (isFull && !unnamed) {
    return refuse('quota', `This room already has ${MAX_ROOM_MEMBERS} members; nobody else can come in.`);
  }
  const member: MemberRecord = {
    id: entered.memberId,
    personId: entered.personId,
    name: null,
    colour: memberColour(room.members.length),
    role: entered.role,
    roleFixed: false,
    joinedAt: context.now,
    receipts: [],
  };
  const others = isFull ? room.members.filter((other) => other !== unnamed) : room.members;
  return keep({ ...room, members: [...others, member] });
}

function rename(room: RoomRecord, member: MemberRecord, name: string): Transition {
  const trimmed = name.trim();
  if (trimmed.length === 0 || trimmed.length > MAX_NAME_LENGTH) {
    return refuse('invalid', `A name has 1 to ${MAX_NAME_LENGTH} characters.`, 'name');
  }
  return trimmed === member.name ? keep(room) : keep(replaceMember(room, { ...member, name: trimmed }));
}

function replaceMember(room: RoomRecord, member: MemberRecord): RoomRecord {
  return { ...room, members: room.members.map((other) => (other.id === member.id ? member : other)) };
}

function addImage(room: RoomRecord, memberId: MemberId, image: ImageInfo, context: RoomContext): Transition {
  const isKnown = room.images.some((known) => known.id === image.id);
  const problem = refuseImage(room, memberId, isKnown ? 0 : image.bytes);
  if (isKnown && problem?.code !== 'forbidden') return keep(room);
  return problem
    ? { ok: false, problem }
    : keep({ ...room, images: [...room.images, { ...image, addedAt: context.now }] });
}

/**
 * Why a member cannot add a picture; `null` where they can.
 * @param bytes of its stored file; 0 where that is not known yet
 */
export function refuseImage(room: RoomRecord, memberId: MemberId, bytes: number): Problem | null {
  const member = room.members.find((candidate) => candidate.id === memberId);
  if (!member || member.role === 'viewer') {
    return {
      code: 'forbidden',
      message: 'You are watching this room. Ask for its edit link to add pictures.',
    };
  }
  if (room.images.length >= MAX_ROOM_IMAGES) {
    return {
      code: 'quota',
      message: `This room already holds ${MAX_ROOM_IMAGES} pictures. Create another room for more.`,
    };
  }
  if (room.images.reduce((sum, known) => sum + known.bytes, bytes) > MAX_ROOM_IMAGE_BYTES) {
    const limit = Math.round(MAX_ROOM_IMAGE_BYTES / 2 ** 20);
    return {
      code: 'quota',
      message: `The pictures of this room would take more than ${limit} MB. Create another room for more.`,
    };
  }
  return null;
}

/** Applies what has happened to a run; what happens to one that has ended, or was never here, changes nothing. */
function updateRun(room: RoomRecord, runId: RunId, change: (run: RunRecord) => RunRecord): Transition {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) return keep(room);
  const changed = change(run);
  if (changed === run) return keep(room);
  return keep({ ...room, runs: room.runs.map((other) => (other === run ? changed : other)) });
}
