/** What one part of the check has found. */
export interface Finding {
  readonly title: string;
  /** What is there, a line each. */
  readonly lines: readonly string[];
  /** Why the product cannot run, and what to do; `null` where this part is no reason. */
  readonly problem: string | null;
}

/** Titles in a column, and everything that is found beside them. */
export function formatFinding({ title, lines, problem }: Finding): string {
  const width = 12;
  const all = problem === null ? lines : [...lines, `PROBLEM: ${problem}`];
  return all.map((line, index) => `${(index === 0 ? title : '').padEnd(width)}${line}\n`).join('');
}

/** For people: 4.2 GB. */
export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
