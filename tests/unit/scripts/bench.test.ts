import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../scripts/bench/arguments';
import { headings, row, type Column } from '../../../scripts/bench/table';

describe('npm run bench', () => {
  test('measures every network that is there at 256 and 512 px', () => {
    expect(parseArguments([])).toEqual({
      networks: undefined,
      sizes: [256, 512],
      large: false,
      long: false,
    });
  });

  test('flags restrict it, and add the large and the long case', () => {
    expect(parseArguments(['--networks', 'compact', '--sizes', '64,128', '--large', '--long'])).toEqual({
      networks: ['compact'],
      sizes: [64, 128],
      large: true,
      long: true,
    });
  });

  test.each([
    [['--networks', 'vgg16'], /^--networks: there is no "vgg16"/],
    [['--sizes', '256,huge'], /^--sizes: each must be a whole number/],
    [['--fast'], /^--fast: there is no such option/],
  ])('%j is a mistake that is told in one line', (args, words) => {
    expect(() => parseArguments(args)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(words) }),
    );
  });

  test('numbers stand below their headings', () => {
    const columns: Column<{ name: string; value: string }>[] = [
      ['network', ({ name }) => name],
      ['milliseconds', ({ value }) => value],
    ];
    expect(headings(columns)).toBe('network   milliseconds\n');
    expect(row(columns, { name: 'vgg19', value: '7' })).toBe('vgg19                7\n');
  });
});
