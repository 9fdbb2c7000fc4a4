import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, curveCsv, steeringCsv } from '../../../app/_lib/curve-csv';
import type { Mark } from '../../../server/protocol/runs';
import { makePoint, memberId } from './room-fixtures';

/** Reads one line of CSV as RFC 4180 has it. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  const pattern = /(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g;
  for (const [, quoted, plain] of line.matchAll(pattern)) {
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
  }
  return cells;
}
const readTable = (csv: string) => csv.trimEnd().split('\r\n').map(readLine);

const mark = (part: Partial<Mark>): Mark => ({
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  iteration: 12,
  memberId,
  memberName: 'Ada',
  changes: [{ field: 'styleWeight', from: 1, to: 2.5 }],
  ...part,
});

describe('a cell of CSV', () => {
  it('is read back as it was written, whatever is in it', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', 'é', '画') });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const read = readLine([csvCell(`x${one}`), csvCell(`x${other}`)].join(','));
        expect(read).toEqual([`x${one}`, `x${other}`]);
      }),
    );
  });

  it('is quoted only where it has to be', () => {
    expect(csvCell('plain text')).toBe('plain text');
    expect(csvCell('a,b')).toBe('"a,b"');
    expect(csvCell('say "so"')).toBe('"say ""so"""');
    expect(csvCell('two\nlines')).toBe('"two\nlines"');
    expect(csvCell(null)).toBe('');
  });

  it('is never a formula where somebody has called themselves one', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) {
      expect(csvCell(name).replace(/^"/, '')).toMatch(/^'/);
    }
    expect(csvCell('=HYPERLINK("x","y")')).toBe(`"'=HYPERLINK(""x"",""y"")"`);
  });

  it('has numbers as they are, also below zero', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(csvCell(value))).toBe(value === 0 ? 0 : value);
      }),
    );
    expect(csvCell(-1.5)).toBe('-1.5');
  });
});

describe('a curve as CSV', () => {
  it('has all terms and layers of every point, and nothing where a point has none', () => {
    const csv = curveCsv([
      makePoint(0, { total: 3, content: 1, style: 2, tv: 0, terms: { 'style:block1_conv1': 2, tv: 0 } }),
      makePoint(1, {
        total: 2.5,
        terms: { 'content:block4_conv2': 0.5 },
        gradientShares: { content: 0.25, style: 0.75, tv: 0 },
      }),
    ]);
    const [header, first, second] = readTable(csv);
    const cell = (row: string[] | undefined, name: string) => row![header!.indexOf(name)];
    expect(header!.filter((name) => name === 'tv')).toHaveLength(1);
    expect(cell(first, 'iteration')).toBe('0');
    expect(cell(first, 'total')).toBe('3');
    expect(cell(first, 'style:block1_conv1')).toBe('2');
    expect(cell(first, 'content:block4_conv2')).toBe('');
    expect(cell(first, 'gradient share style')).toBe('');
    expect(cell(second, 'total')).toBe('2.5');
    expect(cell(second, 'content:block4_conv2')).toBe('0.5');
    expect(cell(second, 'style:block1_conv1')).toBe('');
    expect(cell(second, 'gradient share style')).toBe('0.75');
  });
});

describe('the steering of a run as CSV', () => {
  it('has a line for each setting, with who, when and from what to what', () => {
    const csv = steeringCsv([
      mark({}),
      mark({
        memberName: 'Bo, "the brush"',
        changes: [
          { field: 'pooling', from: 'max', to: 'average' },
          { field: 'styleLayers', from: { block1_conv1: 1 }, to: { block1_conv1: 0.5 } },
        ],
      }),
    ]);
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(readTable(csv.slice(1))).toEqual([
      ['time', 'iteration', 'member', 'setting', 'from', 'to'],
      ['2026-01-02T03:04:05.000Z', '12', 'Ada', 'styleWeight', '1', '2.5'],
      ['2026-01-02T03:04:05.000Z', '12', 'Bo, "the brush"', 'pooling', 'max', 'average'],
      [
        '2026-01-02T03:04:05.000Z',
        '12',
        'Bo, "the brush"',
        'styleLayers',
        '{"block1_conv1":1}',
        '{"block1_conv1":0.5}',
      ],
    ]);
  });
});
