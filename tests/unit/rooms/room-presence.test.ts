import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memberIdSchema, runIdSchema } from '../../../server/protocol/ids';
import { PRESENCE_INTERVAL_MS } from '../../../server/protocol/limits';
import type { Attention, PresenceBatch } from '../../../server/protocol/presence';
import { RoomPresence } from '../../../server/rooms/room-presence';

const ada = memberIdSchema.parse('member-ada');
const ben = memberIdSchema.parse('member-ben');
const cleo = memberIdSchema.parse('member-cleo');
const at = (x: number): Attention => ({ pointer: { x, y: 0.5 }, moment: null, following: null });
const nothing: Attention = { pointer: null, moment: null, following: null };

let told: PresenceBatch[];
let presence: RoomPresence;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  presence = new RoomPresence((batch) => told.push(batch));
});
afterEach(() => void vi.useRealTimers());

/** Until what has happened so far was told. */
function settle(): void {
  vi.advanceTimersByTime(3 * PRESENCE_INTERVAL_MS);
  told.length = 0;
}

describe('who is in a room, and what they look at', () => {
  it('R60: is told at once, then in one batch for all at most 10 times a second, and never what has not changed', () => {
    const a = presence.open(ada);
    const b = presence.open(ben);
    settle();
    for (let step = 0; step < 100; step++) {
      a.attend(at(step / 100));
      if (step < 50) b.attend(at(1 - step / 100));
      vi.advanceTimersByTime(10);
    }
    vi.advanceTimersByTime(PRESENCE_INTERVAL_MS);
    expect(told[0]).toEqual({ present: [{ memberId: ada, ...at(0) }], gone: [] });
    expect(told[1]!.present.map(({ memberId }) => memberId)).toEqual([ada, ben]);
    expect(told.at(-1)).toEqual({ present: [{ memberId: ada, ...at(0.99) }], gone: [] });
    expect(told.length).toBeLessThanOrEqual(1000 / PRESENCE_INTERVAL_MS + 2);
  });

  it('R60: costs nothing while nobody moves, nor once everybody has left', () => {
    const a = presence.open(ada);
    const b = presence.open(ben);
    settle();
    expect(vi.getTimerCount()).toBe(0);
    a.attend(nothing);
    expect(told).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);

    a.attend(at(0.1));
    expect(vi.getTimerCount()).toBe(1);
    presence.close(a);
    presence.close(b);
    expect(vi.getTimerCount()).toBe(0);
    expect(presence.online.size).toBe(0);
    expect(told.flatMap(({ gone }) => gone)).toEqual([]);
  });

  it('R60: of a member with several tabs is what the latest of them has said, and of those that are left when it closes', () => {
    presence.open(ben);
    const first = presence.open(ada);
    first.attend(at(0.1));
    const second = presence.open(ada);
    const shown = () => presence.present.find(({ memberId }) => memberId === ada)!.pointer?.x;
    expect(shown()).toBe(0.1);
    second.attend(at(0.2));
    expect(shown()).toBe(0.2);
    first.attend(at(0.3));
    expect(shown()).toBe(0.3);
    presence.close(first);
    expect(shown()).toBe(0.2);
    settle();
    presence.close(second);
    expect(told).toEqual([{ present: [], gone: [ada] }]);
    second.attend(at(0.4));
    vi.advanceTimersByTime(PRESENCE_INTERVAL_MS);
    expect(presence.online).toEqual(new Set([ben]));
    expect(told).toHaveLength(1);
  });

  it('R60: says where they are in the end of who has come and gone in between: something else may have shown them', () => {
    const b = presence.open(ben);
    const a = presence.open(ada);
    settle();
    b.attend(at(0.5));
    presence.close(a);
    presence.open(ada);
    presence.close(presence.open(cleo));
    vi.advanceTimersByTime(PRESENCE_INTERVAL_MS);
    expect(told.at(-1)).toEqual({ present: [{ memberId: ada, ...nothing }], gone: [cleo] });
  });

  it('R60: is known to who comes in, with all that was said so far', () => {
    const moment = { runId: runIdSchema.parse('run-00001'), iteration: 120 };
    presence.open(ada).attend({ ...at(0.1), moment });
    presence.open(ben);
    expect(presence.present).toEqual([
      { memberId: ada, ...at(0.1), moment },
      { memberId: ben, ...nothing },
    ]);
  });
});
