import type { CurvePoint } from '../../server/protocol/curves';

/** The iterations that a run spends at one size of the picture. */
export interface ScaleBand {
  /** First and last iteration on the chart; a band ends where the next begins, so that nothing is between them. */
  readonly from: number;
  readonly to: number;
  /** Long side of the picture, in pixels. */
  readonly side: number;
}

/** The scales of a run, coarse to fine, as far as its curve goes. */
export function scaleBands(points: readonly CurvePoint[]): ScaleBand[] {
  const bands: { from: number; to: number; side: number; width: number }[] = [];
  for (const { iteration, width, height } of points) {
    const band = bands.at(-1);
    if (band) band.to = iteration;
    if (band?.width !== width) {
      bands.push({ from: iteration, to: iteration, side: Math.max(width, height), width });
    }
  }
  return bands.map(({ from, to, side }) => ({ from, to, side }));
}

/** The name of a band and where its middle is. */
export interface BandLabel {
  readonly text: string;
  /** In the unit of the widths. */
  readonly middle: number;
}

/**
 * Puts the names of bands into their middles. One that does not fit is said shorter, and is left out where that does not fit
 * either: no name is cut or lies over another one.
 * @param bands with the place of their ends
 * @param names of a band, the fullest first
 * @param widthOf a text, in the unit of the places
 * @param gap to keep free on both sides
 */
export function bandLabels<T extends { readonly left: number; readonly right: number }>(
  bands: readonly T[],
  names: (band: T) => readonly string[],
  widthOf: (text: string) => number,
  gap: number,
): BandLabel[] {
  return bands.flatMap((band) => {
    const room = band.right - band.left - 2 * gap;
    const text = names(band).find((name) => widthOf(name) <= room);
    return text === undefined ? [] : [{ text, middle: (band.left + band.right) / 2 }];
  });
}
