import { describe, expect, it } from 'vitest';
import { watchHand } from '../../../app/_lib/stage-hand';

function setUp() {
  const page = new EventTarget();
  let now = 0;
  const hand = watchHand(page, () => now);
  return {
    hand,
    pass: (ms: number) => void (now += ms),
    happen: (type: string, buttons?: number) =>
      page.dispatchEvent(Object.assign(new Event(type), { buttons })),
  };
}

describe('the hand that works on a page', () => {
  it.each(['pointerdown', 'pointerup', 'keydown', 'wheel'])(
    'is at work for half a second after %s',
    (type) => {
      const { hand, pass, happen } = setUp();
      expect(hand.atWork()).toBe(false);
      happen(type);
      pass(499);
      expect(hand.atWork()).toBe(true);
      pass(1);
      expect(hand.atWork()).toBe(false);
    },
  );

  it('is at work while something is dragged, and not while a pointer only moves about', () => {
    const { hand, pass, happen } = setUp();
    happen('pointermove', 0);
    expect(hand.atWork()).toBe(false);
    happen('pointerdown', 1);
    for (let move = 0; move < 10; move++) {
      pass(400);
      expect(hand.atWork()).toBe(true);
      happen('pointermove', 1);
    }
    pass(400);
    happen('pointermove', 0);
    pass(100);
    expect(hand.atWork()).toBe(false);
  });

  it('tells of every movement until nobody listens any more', () => {
    const { hand, happen } = setUp();
    let moves = 0;
    const stop = hand.subscribe(() => moves++);
    happen('keydown');
    happen('pointermove', 0);
    happen('keydown');
    stop();
    happen('keydown');
    expect(moves).toBe(2);
  });
});
