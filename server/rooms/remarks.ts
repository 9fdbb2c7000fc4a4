import { MAX_ROOM_REMARKS } from '../protocol/limits';
import type { Moment } from '../protocol/moments';
import type { Emoji, Remark } from '../protocol/remarks';
import { isActive } from '../protocol/runs';
import type { RoomContext } from './inputs';
import { keep, refuse, type Transition } from './outcome';
import type { MemberRecord, RoomRecord } from './record';

/** Says something, about the room or about a moment of a run. */
export function postMessage(
  room: RoomRecord,
  member: MemberRecord,
  { text, moment }: { readonly text: string; readonly moment: Moment | null },
  context: RoomContext,
): Transition {
  const refusal = moment && checkMoment(room, moment, context);
  if (refusal) return refusal;
  return keep(withRemark(room, { ...said(room, member, context), kind: 'message', text, moment }));
}

/** Takes a message back; an owner may take back anybody's. */
export function deleteMessage(room: RoomRecord, member: MemberRecord, number: number): Transition {
  const remark = room.remarks.find((candidate) => candidate.number === number);
  if (remark?.kind !== 'message') return refuse('not-found', 'This message is not here any more.', 'number');
  if (remark.memberId !== member.id && member.role !== 'owner') {
    return refuse('forbidden', 'Only who wrote a message, or an owner of the room, can delete it.');
  }
  return keep({ ...room, remarks: room.remarks.filter((other) => other !== remark) });
}

/** Puts one's reaction to a moment, or takes it away. Nobody has the same one twice at a moment. */
export function setReaction(
  room: RoomRecord,
  member: MemberRecord,
  asked: { readonly emoji: Emoji; readonly moment: Moment; readonly on: boolean },
  context: RoomContext,
): Transition {
  const { emoji, moment, on } = asked;
  const present = room.remarks.find(
    (remark) =>
      remark.kind === 'reaction' &&
      remark.memberId === member.id &&
      remark.emoji === emoji &&
      isSameMoment(remark.moment, moment),
  );
  if (on === (present !== undefined)) return keep(room);
  if (present) return keep({ ...room, remarks: room.remarks.filter((other) => other !== present) });
  const refusal = checkMoment(room, moment, context);
  if (refusal) return refusal;
  return keep(withRemark(room, { ...said(room, member, context), kind: 'reaction', emoji, moment }));
}

function said(room: RoomRecord, member: MemberRecord, context: RoomContext) {
  return {
    number: room.revision + 1,
    at: context.now,
    memberId: member.id,
    memberName: member.name ?? '',
  };
}

function withRemark(room: RoomRecord, remark: Remark): RoomRecord {
  return { ...room, remarks: [...room.remarks, remark].slice(-MAX_ROOM_REMARKS) };
}

/** Whether the run has come to this moment: `null`, or the refusal. */
function checkMoment(room: RoomRecord, moment: Moment, context: RoomContext): Transition | null {
  const run = room.runs.find(({ id }) => id === moment.runId);
  if (!run) return refuse('not-found', 'This run is not in the room.', 'moment');
  const live = isActive(run.status) ? (context.progress?.iteration ?? 0) : 0;
  const reached = Math.max(run.progress.iteration, live);
  if (moment.iteration <= reached) return null;
  return refuse('conflict', `The run has not come to iteration ${moment.iteration} yet.`, 'moment');
}

const isSameMoment = (a: Moment, b: Moment) => a.runId === b.runId && a.iteration === b.iteration;
