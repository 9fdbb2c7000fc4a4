import { describe, expect, it } from 'vitest';
import { Keeping } from '../../../server/rooms/keeping';

const full = { code: 'unavailable', message: 'The disk is full.' } as const;
const held = { code: 'unavailable', message: 'Another program holds the database.' } as const;

describe('what of a room cannot be kept', () => {
  it('R95: is news once, and again when it is over', () => {
    const keeping = new Keeping();
    expect(keeping.note('moments', null)).toBe(false);
    expect(keeping.note('moments', full)).toBe(true);
    expect(keeping.note('moments', { ...full })).toBe(false);
    expect(keeping.problem).toEqual(full);
    expect(keeping.note('moments', null)).toBe(true);
    expect(keeping.problem).toBeNull();
  });

  it('R95: is over when every part can be kept again, and says why for one that still cannot', () => {
    const keeping = new Keeping();
    keeping.note('moments', full);
    expect(keeping.note('state', held)).toBe(false);
    expect(keeping.note('moments', null)).toBe(true);
    expect(keeping.problem).toEqual(held);
    expect(keeping.note('curve', null)).toBe(false);
    expect(keeping.note('state', null)).toBe(true);
  });
});
