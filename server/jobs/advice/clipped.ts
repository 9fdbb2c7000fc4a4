import { WEIGHT } from '../../protocol/limits';
import type { Rule } from './observation';
import { percent, rounded } from './words';

const MANY = 0.05;

/** Many values lie outside the range of a picture and are cut off. */
export const clipped: Rule = ({ settings: { styleWeight }, clipped: share }) => {
  if (share <= MANY || styleWeight === 0) return null;
  const lowered = rounded(0.7 * styleWeight);
  if (lowered < WEIGHT.min) return null;
  return {
    code: 'clipped',
    sentence:
      `${percent(share)} of the colours are brighter or darker than a picture can show and are cut off. ` +
      `Lower the style weight to ${lowered}.`,
    change: { styleWeight: lowered },
  };
};
