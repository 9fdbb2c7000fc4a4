import type { Settings } from '../protocol/settings';
import { shareIterations } from '../style/schedule';
import type { Iterate } from '../style/stylize';
import type { Stretch } from './remaining-time';

const RATIOS = { off: 1, sqrt2: Math.SQRT2, '2': 2 } as const;

/**
 * What a run still has to do after `iterate`, per scale: as planned, the present scale taking what is left over.
 *
 * @param scaleFactor between the sizes of its scales
 */
export function restOf(iterate: Iterate, scaleFactor: Settings['scaleFactor']): Stretch[] {
  const { iteration, totalIterations, scale, scales, finalSize } = iterate;
  const left = totalIterations - iteration;
  if (left <= 0) return [];
  const last = scales - 1;
  const shares = shareIterations(totalIterations, scales);
  const rest: Stretch[] = [];
  let later = 0;
  for (let index = last; index > scale; index -= 1) {
    const iterations = Math.min(shares[index], left - later);
    later += iterations;
    const shrink = RATIOS[scaleFactor] ** (last - index);
    rest.unshift({ width: finalSize.width / shrink, height: finalSize.height / shrink, iterations });
  }
  return [{ width: iterate.width, height: iterate.height, iterations: left - later }, ...rest];
}
