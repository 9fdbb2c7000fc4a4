/** Where something spans iterations, left to right. */
interface Span {
  readonly left: number;
  readonly width: number;
  readonly from: number;
  readonly to: number;
}

/** Where an iteration lies, in the unit of the span; what is beyond the ends lies at them. */
export function placeIn({ left, width, from, to }: Span, iteration: number): number {
  const share = (iteration - from) / Math.max(1, to - from);
  return left + Math.max(0, Math.min(1, share)) * width;
}
