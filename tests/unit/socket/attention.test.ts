import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Attention } from '../../../server/protocol/presence';
import { attend } from '../../../server/socket/attention';
import type { RoomSocket } from '../../../server/socket/room-socket';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('R60: what comes too often is dropped, of this connection only and for this second only', async () => {
  const logger = pino({ level: 'silent' });
  const heard: Record<string, Attention[]> = { one: [], other: [] };
  const socket = (id: string) => {
    const connection = { attend: (attention: Attention) => heard[id]!.push(attention) };
    return { id, data: { seat: { connection } } } as unknown as RoomSocket;
  };
  const at = (x: number): Attention => ({ pointer: { x, y: 0.5 }, moment: null, following: null });

  for (let step = 1; step <= 200; step++) attend(socket('one'), at(step / 200), logger);
  attend(socket('other'), at(0.5), logger);
  await vi.advanceTimersByTimeAsync(0);
  expect(heard['one']).toEqual(Array.from({ length: 20 }, (_, index) => at((index + 1) / 200)));
  expect(heard['other']).toHaveLength(1);

  await vi.advanceTimersByTimeAsync(1000);
  attend(socket('one'), at(1), logger);
  await vi.advanceTimersByTimeAsync(0);
  expect(heard['one']!.at(-1)).toEqual(at(1));
});
