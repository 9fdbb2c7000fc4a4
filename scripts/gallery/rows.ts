import type { PaintedCell } from './paint-cell';

/** The pictures of one photograph in one style. */
export interface Row {
  readonly photograph: string;
  readonly style: string;
  readonly cells: readonly PaintedCell[];
}

/** Groups what is next to each other and of the same photograph and style. */
export function rowsOf(cells: readonly PaintedCell[]): Row[] {
  const rows: { photograph: string; style: string; cells: PaintedCell[] }[] = [];
  for (const painted of cells) {
    const { photograph, style } = painted.cell;
    const row = rows.at(-1);
    if (row?.photograph === photograph && row.style === style) row.cells.push(painted);
    else rows.push({ photograph, style, cells: [painted] });
  }
  return rows;
}
