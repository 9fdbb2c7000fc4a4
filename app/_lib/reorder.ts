/** The list with the item at `from` at the place `to`. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const others = list.toSpliced(from, 1);
  return others.toSpliced(to, 0, list[from]!);
}

/**
 * The place that an item which is dragged along a list would take.
 * @param boxes of the items in their order along the way: where each begins, and how long it is
 * @param at where the pointer is, in the same units
 */
export function placeAt(
  boxes: readonly { readonly start: number; readonly length: number }[],
  from: number,
  at: number,
): number {
  // An item gives way once the pointer is beyond its middle.
  const middle = ({ start, length }: { start: number; length: number }) => start + length / 2;
  const before = boxes.filter((box, index) => index !== from && middle(box) < at);
  return before.length;
}
