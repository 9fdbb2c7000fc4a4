/** Hues far apart, of one lightness, so that names and marks in them can be read on both themes. */
const palette = ['#e0695a', '#3f8fd9', '#57a05a', '#b07ce0', '#d18f1f', '#2aa3a0', '#d9649c', '#8a8f3a'];

/** The colour of a room's n-th member (0-based), CSS hex. Later members get the same colours again. */
export function memberColour(index: number): string {
  return palette[index % palette.length]!;
}
