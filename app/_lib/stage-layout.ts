/**
 * Whether two pictures are larger one above the other than beside each other.
 * @param width of the place for both, and `height`, in any unit
 * @param aspect width by height of each picture
 */
export function betterStacked(width: number, height: number, aspect: number): boolean {
  return fittingWidth(width, height / 2, aspect) > fittingWidth(width / 2, height, aspect);
}

const fittingWidth = (width: number, height: number, aspect: number) => Math.min(width, height * aspect);
