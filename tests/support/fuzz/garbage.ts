import type { Dice } from './dice';

/** Bytes that mean nothing. @param most of them */
export function randomBytes(dice: Dice, most: number): Buffer {
  return Buffer.from(Array.from({ length: dice.below(most + 1) }, () => dice.below(256)));
}

/** Text with what parsers trip over: quotes, brackets, separators, halves of characters. */
export function randomText(dice: Dice, most: number): string {
  const pieces = [
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '%',
    '../',
    '\0',
    '\n',
    '\ud800',
    'é',
    '🎨',
    'a',
    '0',
    '-',
  ];
  return Array.from({ length: dice.below(most + 1) }, () => dice.pick(pieces)).join('');
}

/** A value of any form that a client could send. */
function junk(dice: Dice): unknown {
  const kinds: readonly (() => unknown)[] = [
    () => null,
    () => undefined,
    () => dice.chance(0.5),
    () => dice.pick([-1, 0, 0.5, 1e308, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY]),
    () => randomText(dice, 40),
    () => 'x'.repeat(10_000),
    () => [],
    () => ({}),
    () => JSON.parse('{"__proto__": {"role": "owner"}, "constructor": {"prototype": {}}}') as unknown,
    () => Array.from({ length: 300 }).reduce<unknown>((inner) => [inner], 'deep'),
    () => randomBytes(dice, 64),
  ];
  return dice.pick(kinds)();
}

/** The value with something in it that is not as it should be: another one, one more, or one less. */
export function mutate(dice: Dice, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array || dice.chance(0.1)) {
    return junk(dice);
  }
  if (Array.isArray(value)) {
    if (value.length === 0 || dice.chance(0.2)) return [...value, junk(dice)];
    const at = dice.below(value.length);
    return value.map((item: unknown, index) => (index === at ? mutate(dice, item) : item));
  }
  const entries = Object.entries(value);
  if (entries.length === 0 || dice.chance(0.2)) return { ...value, [randomText(dice, 8)]: junk(dice) };
  const at = dice.below(entries.length);
  if (dice.chance(0.2)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  return Object.fromEntries(
    entries.map(([key, item], index) => [key, index === at ? mutate(dice, item) : item]),
  );
}
