import { expect, it } from 'vitest';
import { runFileName } from '../../../server/http/file-name';

it.each([
  ['Harbour at dusk', 3, null, 'Harbour-at-dusk-3'],
  ['Harbour at dusk', 3, 'Blue hour', 'Harbour-at-dusk-3-Blue-hour'],
  ['蓝色 / 港口', 12, '“Nº 7”', '蓝色-港口-12-Nº-7'],
  ['🎨', 1, '..\\..\\', 'atelier-1'],
  ['x'.repeat(80), 1, 'y'.repeat(61), `${'x'.repeat(60)}-1-${'y'.repeat(60)}`],
])('the files of run %2$s in “%1$s” have a name that every system takes', (title, number, name, expected) => {
  expect(runFileName(title, { number, name })).toBe(expected);
});
