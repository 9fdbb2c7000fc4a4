/** A column of a table: its heading and what stands in it for a result. */
export type Column<T> = readonly [heading: string, text: (result: T) => string];

/** A line of headings, right-aligned but for the first; each column as wide as its heading, with two spaces between. */
export function headings<T>(columns: readonly Column<T>[]): string {
  return line(columns, ([heading]) => heading);
}

/** The line of one result below such {@link headings}. */
export function row<T>(columns: readonly Column<T>[], result: T): string {
  return line(columns, ([, text]) => text(result));
}

function line<T>(columns: readonly Column<T>[], textOf: (column: Column<T>) => string): string {
  const cells = columns.map((column, index) => {
    const width = Math.max(column[0].length, 8);
    return index === 0 ? textOf(column).padEnd(width) : textOf(column).padStart(width);
  });
  return `${cells.join('  ')}\n`;
}

export const whole = (value: number | null): string => (value === null ? '–' : value.toFixed(0));
export const ratio = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
export const megabytes = (bytes: number | null): string => whole(bytes === null ? null : bytes / 2 ** 20);
export const kilobytes = (bytes: number): string => whole(bytes / 1000);
