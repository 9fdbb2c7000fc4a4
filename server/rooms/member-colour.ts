/** Hues far apart, of one lightness, so that names and marks in them can be read on both themes. */
const palette = ['#e0695a', '#3f8fd9', '#57a05a', '#b07ce0', '#d18f1f', '#2aa3a0', '#d9649c', '#8a8f3a'];

/**
 * A colour for somebody new: the first of those that the fewest have.
 * @param taken of the room's members; CSS hex, as what is returned
 */
export function memberColour(taken: readonly string[]): string {
  const holders = (colour: string) => taken.filter((other) => other === colour).length;
  return palette.reduce((best, colour) => (holders(colour) < holders(best) ? colour : best));
}
