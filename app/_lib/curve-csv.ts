import type { CurvePoint } from '../../server/protocol/curves';
import type { Mark } from '../../server/protocol/runs';

const LINE_END = '\r\n';

type Cell = string | number | null;

/**
 * A curve as CSV: a line for each point, with its weighted losses in total, by kind and by layer, and the shares of the
 * gradient where they were measured. Numbers are written so that reading them gives the same number.
 */
export function curveCsv(points: readonly CurvePoint[]): string {
  const kinds = ['total', 'content', 'style', 'tv'] as const;
  // `tv` is among the terms as well as among the kinds.
  const terms = [...new Set(points.flatMap((point) => Object.keys(point.terms)))]
    .filter((name) => !kinds.some((kind) => kind === name))
    .sort();
  const shares = ['content', 'style', 'tv'] as const;
  const header = [
    'iteration',
    'seconds',
    'width',
    'height',
    ...kinds,
    ...terms,
    ...shares.map((kind) => `gradient share ${kind}`),
  ];
  const rows = points.map((point) => [
    point.iteration,
    point.seconds,
    point.width,
    point.height,
    ...kinds.map((kind) => point[kind]),
    ...terms.map((name) => point.terms[name] ?? null),
    ...shares.map((kind) => point.gradientShares?.[kind] ?? null),
  ]);
  return csv([header, ...rows]);
}

/**
 * Who changed what of a run while it was going, as CSV: a line for each setting that was changed. What is no single value,
 * such as weights by layer, is JSON. It begins with a byte order mark, by which spreadsheets know that names are UTF-8.
 */
export function steeringCsv(marks: readonly Mark[]): string {
  const rows = marks.flatMap(({ at, iteration, memberName, changes }) =>
    changes.map(({ field, from, to }) => [
      new Date(at).toISOString(),
      iteration,
      memberName,
      field,
      cellOf(from),
      cellOf(to),
    ]),
  );
  return `\uFEFF${csv([['time', 'iteration', 'member', 'setting', 'from', 'to'], ...rows])}`;
}

function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

/** Lines of cells as RFC 4180 has them. */
function csv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(csvCell).join(',') + LINE_END).join('');
}

/**
 * A cell. A text that a spreadsheet would compute as a formula is led by an apostrophe: names are chosen by strangers, and
 * opening a file must not run what they wrote.
 */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
