import { describe, expect, it } from 'vitest';
import { memberIdSchema, type LogId } from '../../../server/protocol/ids';
import { applyCatchUp, applyEvent, applyPresence, type RoomCopy } from '../../../server/protocol/sync';
import { makeRoom, makeRun, memberId } from '../app/room-fixtures';

const log = 'log-00000001' as LogId;
const copy = (revision: number): RoomCopy => ({ log, room: makeRoom({ revision, runs: [makeRun()] }) });
const titled = (revision: number, title: string) => ({ log, revision, change: { title } });
const now = { online: [], forecast: null, progress: null };

describe('a copy of a room', () => {
  it('R33: takes the change after its own revision, and no other', () => {
    expect(applyEvent(copy(4), titled(5, 'New'))?.room).toMatchObject({ revision: 5, title: 'New' });
    for (const revision of [3, 4, 6]) expect(applyEvent(copy(4), titled(revision, 'New'))).toBeNull();
    expect(applyEvent(copy(4), { ...titled(5, 'New'), log: 'log-00000002' as LogId })).toBeNull();
  });

  it('R6: catches up with what it has missed, and with what holds now', () => {
    const changes = [titled(5, 'First'), titled(6, 'Second')];
    const value = { iteration: 40, totalIterations: 300, remainingSeconds: 9 };
    const progress = { runId: makeRun().id, value };
    const next = applyCatchUp(copy(4), { kind: 'changes', ...now, changes, progress })!;
    expect(next.room).toMatchObject({ revision: 6, title: 'Second', forecast: null });
    expect(next.room.members.map(({ online }) => online)).toEqual([false]);
    expect(next.room.runs[0]!.progress).toEqual(value);
  });

  it('R6: does not make up what it has not got', () => {
    expect(applyCatchUp(copy(4), { kind: 'changes', ...now, changes: [titled(6, 'Late')] })).toBeNull();
    expect(applyCatchUp(null, { kind: 'changes', ...now, changes: [] })).toBeNull();
  });

  it('R6: is replaced by a whole room, also of a lower revision', () => {
    const room = makeRoom({ revision: 2 });
    const other = 'log-00000002' as LogId;
    expect(applyCatchUp(copy(4), { kind: 'snapshot', log: other, room })).toEqual({ log: other, room });
  });

  it('R33: knows who is here from who has come and gone, at the same revision', () => {
    const stranger = memberIdSchema.parse('member-99');
    const left = applyPresence(copy(4), { present: [], gone: [memberId, stranger] });
    expect(left.room).toMatchObject({ revision: 4, members: [{ id: memberId, online: false }] });
    const present = [{ memberId, pointer: null, moment: null, following: null }];
    const back = applyPresence(left, { present, gone: [] });
    expect(applyPresence(back, { present, gone: [stranger] })).toBe(back);
    expect(back.room.members).toMatchObject([{ id: memberId, online: true }]);
  });
});
