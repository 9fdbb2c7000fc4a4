import { describe, expect, it } from 'vitest';
import { roomIdSchema, runIdSchema } from '../../../server/protocol/ids';
import { isKeyframe, nextKeyframe } from '../../../server/protocol/keyframes';
import { ITERATIONS, MAX_RUN_KEYFRAMES } from '../../../server/protocol/limits';
import {
  keyframePath,
  momentPath,
  momentSchema,
  roomPath,
  runPageQuerySchema,
  runPath,
} from '../../../server/protocol/moments';

const roomId = roomIdSchema.parse('room-00000001');
const runId = runIdSchema.parse('run-00000001');

describe('permalinks', () => {
  it('lead to a room, a run, a moment of a run, and its picture', () => {
    const moment = { runId, iteration: 42 };
    expect(roomPath(roomId)).toBe('/r/room-00000001');
    expect(runPath(roomId, runId)).toBe('/r/room-00000001/run/run-00000001');
    expect(momentPath(roomId, moment)).toBe('/r/room-00000001/run/run-00000001?at=42');
    expect(keyframePath(roomId, moment)).toBe('/api/rooms/room-00000001/runs/run-00000001/keyframes/42.png');
  });

  it.each([
    [{ at: '42' }, 42],
    [{ at: '0' }, 0],
    [{}, undefined],
    [{ at: '-1' }, undefined],
    [{ at: '1e3' }, undefined],
    [{ at: '5001' }, undefined],
    [{ at: ['1', '2'] }, undefined],
  ])('read %j as the moment %s', (query, at) => {
    expect(runPageQuerySchema.parse(query).at).toBe(at);
  });
});

describe('moments', () => {
  it.each([-1, 0.5, ITERATIONS.max + 1, Number.NaN])('are no iteration %s', (iteration) => {
    expect(momentSchema.safeParse({ runId, iteration }).success).toBe(false);
  });
});

describe('keyframes', () => {
  const all: number[] = [];
  for (let at = nextKeyframe(0); at <= ITERATIONS.max; at = nextKeyframe(at)) all.push(at);

  it('R55: are few enough in the longest run, its last iterate included', () => {
    expect(all.length + 1).toBeLessThanOrEqual(MAX_RUN_KEYFRAMES);
  });

  it('R55: have every one of the first iterations, and then grow apart evenly on a log axis', () => {
    expect(all.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const [index, iteration] of all.entries()) {
      if (iteration < 10) continue;
      const ratio = iteration / all[index - 1]!;
      expect(ratio).toBeGreaterThan(1.1);
      expect(ratio).toBeLessThan(1.3);
    }
  });

  it('R55: are told by their iteration alone', () => {
    const told = Array.from({ length: ITERATIONS.max }, (_, index) => index + 1).filter(isKeyframe);
    expect(told).toEqual(all);
  });
});
