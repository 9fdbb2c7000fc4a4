/** A share as people read it. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** A weight of at most three digits that mean something, so that a slider does not show 0.30000000000000004. */
export function rounded(weight: number): number {
  return Number(weight.toPrecision(3));
}
