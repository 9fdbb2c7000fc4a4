import { describe, expect, test } from 'vitest';
import { parseArguments, type GalleryArguments } from '../../../scripts/gallery/arguments';
import { captionOf } from '../../../scripts/gallery/caption';
import { sheetHtml } from '../../../scripts/gallery/html';
import { cellName, planCells } from '../../../scripts/gallery/plan';
import { rowsOf } from '../../../scripts/gallery/rows';
import type { NetworkId } from '../../../server/protocol/networks';

const choices = {
  photographs: ['cat', 'boats'],
  styles: ['wheat-sky', 'woodcut-coast', 'marbled-paper', 'kilim'],
};
const made = { checksum: 'sha256:1', engine: 'onnx (cpu)' };

function parse(args: string, network: NetworkId = 'compact'): GalleryArguments {
  const given = parseArguments(args.split(' ').filter(Boolean), choices, () => network);
  if (given === 'help') throw new Error('help was not asked for');
  return given;
}

describe('npm run gallery', () => {
  test('without flags: every photograph, three styles, every preset that the network can do', () => {
    const compact = planCells(parse(''));
    expect(compact).toHaveLength(2 * 3 * 5);
    expect(compact.map(({ preset }) => preset)).not.toContain('textbook');
    expect(planCells(parse('', 'vgg19')).map(({ preset }) => preset)).toContain('textbook');
  });

  test('flags restrict it, and set size and iterations of every picture', () => {
    const cells = planCells(
      parse(
        '--photographs boats --styles kilim,wheat-sky --presets balanced,quick-sketch --size 64 --iterations 3',
      ),
    );
    expect(cells.map(({ photograph, style, preset }) => [photograph, style, preset])).toEqual([
      ['boats', 'kilim', 'balanced'],
      ['boats', 'kilim', 'quick-sketch'],
      ['boats', 'wheat-sky', 'balanced'],
      ['boats', 'wheat-sky', 'quick-sketch'],
    ]);
    for (const { settings } of cells) expect(settings).toMatchObject({ size: 64, iterations: 3 });
  });

  test.each([
    ['--photographs dog', /^--photographs: there is no "dog", but cat and boats/],
    ['--styles noise', /^--styles: there is no "noise"/],
    ['--presets nice', /^--presets: there is no "nice"/],
    ['--size 5', /^--size: must be a whole number/],
    ['--iterations x', /^--iterations: must be a whole number/],
  ])('%s is a mistake that is told in one line', (args, words) => {
    expect(() => parse(args)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(words) }),
    );
  });

  test('a preset that the network cannot do is refused with the reason', () => {
    expect(() => planCells(parse('--presets textbook'))).toThrow(/^--presets: Textbook reads the layer/);
  });

  test('a picture has another name where its settings, weights or engine are others, else the same', () => {
    const [cell] = planCells(parse(''));
    const name = cellName(cell, made);
    expect(cellName({ ...cell }, made)).toBe(name);
    expect(cellName({ ...cell, settings: { ...cell.settings, tvWeight: 2 } }, made)).not.toBe(name);
    expect(cellName(cell, { ...made, checksum: 'sha256:2' })).not.toBe(name);
    expect(cellName(cell, { ...made, engine: 'tfjs (gpu)' })).not.toBe(name);
  });

  test('the sheet has a row for each photograph and style, with settings and time under each picture', () => {
    const outcome = { width: 64, height: 48, iterations: 3, converged: true, seconds: 1.25 };
    const painted = planCells(parse('--photographs cat --styles kilim,wheat-sky --presets bold-brush')).map(
      (cell, index) => ({ cell, file: `${index}.png`, outcome }),
    );
    expect(captionOf(painted[0])).toEqual([
      'Bold brush',
      '64 × 48 px, 3 iterations, stopped by itself, 1.3 s',
      'content 0.05, style 1, tv 1',
      'styleScale 1.5',
    ]);
    const [face] = planCells(parse('--presets keep-the-face'));
    expect(captionOf({ cell: face, file: 'face.png', outcome })).toContain('content 0.8, style 1, tv 1');
    const rows = rowsOf(painted);
    expect(rows.map(({ style, cells }) => [style, cells.length])).toEqual([
      ['kilim', 1],
      ['wheat-sky', 1],
    ]);
    const html = sheetHtml('A & B', rows);
    expect(html).toContain('<title>A &amp; B</title>');
    expect(html.match(/<section>/g)).toHaveLength(2);
    expect(html).toContain('src="1.png"');
    expect(html).toContain('styleScale 1.5');
  });
});
