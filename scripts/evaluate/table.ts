/** What `npm run evaluate` says, as people read it: a line a term, the numbers below each other. */
export function table(result: {
  readonly terms: Readonly<Record<string, number>>;
  readonly total: number;
  readonly engine: string;
  readonly network: string;
}): string {
  const rows = [...Object.entries(result.terms), ['total', result.total] as const];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}  ${value.toExponential(6)}`);
  return [...lines, `${result.network}, ${result.engine}`, ''].join('\n');
}
