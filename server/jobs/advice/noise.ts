import { WEIGHT } from '../../protocol/limits';
import type { Rule } from './observation';
import { rounded } from './words';

/** Painting makes a picture a little rougher than both of its models; this is well above. */
const WELL_ABOVE = 2;
/** Below it roughness cannot be seen: about that of noise with a standard deviation of 1 % of the range. */
const VISIBLE = 0.002;

/** The picture has more energy in high frequencies than its content and its styles. */
export const noise: Rule = ({ settings: { tvWeight }, roughness }) => {
  const model = Math.max(roughness.content, ...roughness.styles);
  if (roughness.picture <= Math.max(VISIBLE, WELL_ABOVE * model)) return null;
  const raised = tvWeight === 0 ? 1 : rounded(Math.min(WEIGHT.max, 3 * tvWeight));
  if (raised <= tvWeight) return null;
  return {
    code: 'noise',
    sentence:
      'The picture has more speckles than either the photograph or the style has. ' +
      `Raise the smoothness to ${raised} to calm it.`,
    change: { tvWeight: raised },
  };
};
