import type { TermName } from '../../style/engine';

/** The picture, `[1][3][H][W]`. */
export const PIXELS = 'pixels';
/** `∂loss/∂pixels`, in the same shape. */
export const GRADIENT = 'gradient';

/** The graph input that holds a term's target: `[C][H·W]` for content, `[C][C]` for style. */
export function targetOf(term: TermName): string {
  return `${term} target`;
}

/** The graph input that holds what a squared distance is multiplied by to be the raw term: `termFactor`. */
export function factorOf(term: TermName): string {
  return `${term} factor`;
}

/** The graph input that holds a term's weight in the total. */
export function weightOf(term: TermName): string {
  return `${term} weight`;
}
