import { describe, expect, it } from 'vitest';
import type { Holding } from '../../../server/rooms/retention';
import { planCollection } from '../../../server/retention/plan';
import type { RetentionPolicy } from '../../../server/retention/policy';

const NOW = 1_700_000_000_000;
const DAY = 24 * 60 * 60 * 1000;
const policy = (changes: Partial<RetentionPolicy> = {}): RetentionPolicy => ({
  keepMs: { keyframes: 30 * DAY, checkpoints: 7 * DAY, images: 30 * DAY },
  keepDeletedRoomsMs: 90 * DAY,
  maxBytes: null,
  ...changes,
});
const object = (key: string, bytes = 100, ageMs = 100 * DAY) => ({ key, bytes, putAt: NOW - ageMs });
const aged = (key: string, kind: 'keyframes' | 'checkpoints' | 'images', days: number): Holding => ({
  key,
  until: { kind, at: NOW - days * DAY },
});
const shown = (key: string): Holding => ({ key, until: 'always' });
const removed = (...args: [Holding[], ReturnType<typeof object>[], RetentionPolicy?]) =>
  planCollection(args[0], args[1], args[2] ?? policy(), NOW).removals.map(({ object: { key }, why }) => [
    key,
    why,
  ]);

describe('what a collection removes', () => {
  it('R93: is what no room names, unless it was put lately: its room may be about to name it', () => {
    expect(removed([shown('named')], [object('named'), object('stray'), object('new', 100, 60_000)])).toEqual(
      [['stray', 'unnamed']],
    );
  });

  it('R90: is what is too old, each kind at its own age', () => {
    const held = [aged('k20', 'keyframes', 20), aged('k40', 'keyframes', 40), aged('c20', 'checkpoints', 20)];
    expect(
      removed(
        held,
        ['k20', 'k40', 'c20'].map((key) => object(key)),
      ),
    ).toEqual([
      ['k40', 'age'],
      ['c20', 'age'],
    ]);
  });

  it('R91: is nothing that another room shows, or holds for longer', () => {
    const held = [aged('a', 'keyframes', 40), shown('a'), aged('b', 'images', 40), aged('b', 'images', 3)];
    expect(removed(held, [object('a'), object('b')])).toEqual([]);
  });

  it('an age without end keeps a kind, and none of the others', () => {
    const keepMs = { keyframes: Infinity, checkpoints: 7 * DAY, images: 30 * DAY };
    const held = [aged('k', 'keyframes', 9000), aged('c', 'checkpoints', 9)];
    expect(removed(held, [object('k'), object('c')], policy({ keepMs }))).toEqual([['c', 'age']]);
  });

  it('R93: where all together is too much, is the oldest of each kind, states before pictures', () => {
    const held = [
      shown('result'),
      aged('c1', 'checkpoints', 1),
      aged('c2', 'checkpoints', 2),
      aged('k3', 'keyframes', 3),
      aged('k5', 'keyframes', 5),
    ];
    const objects = ['result', 'c1', 'c2', 'k3', 'k5'].map((key) => object(key));
    const within = (maxBytes: number) => removed(held, objects, policy({ maxBytes })).map(([key]) => key);
    expect(within(500)).toEqual([]);
    expect(within(450)).toEqual(['c2']);
    expect(within(300)).toEqual(['c1', 'c2', 'k5']);
    expect(within(10)).toEqual(['c1', 'c2', 'k3', 'k5']);
  });

  it('R91: is nothing that is shown, however little room there is', () => {
    const plan = planCollection([shown('result')], [object('result')], policy({ maxBytes: 1 }), NOW);
    expect(plan).toMatchObject({ removals: [], bytes: 100, bytesLeft: 100 });
  });
});
