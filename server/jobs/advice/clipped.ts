import { WEIGHT } from '../../protocol/limits';
import { defaultWeights } from '../../protocol/settings';
import type { Rule } from './observation';
import { percent, rounded } from './words';

/** Runs at the default settings and presets have up to 5 % with contrasting styles, and nobody sees it. */
const MANY = 0.1;
/** A third of the style weight halves what is cut off; 0.7 of it changes hardly anything. */
const LOWER = 1 / 3;

/** Many values lie outside the range of a picture and are cut off. */
export const clipped: Rule = ({ settings, clipped: share }) => {
  const { network, form, styleWeight, contentWeight, tvWeight } = settings;
  if (share <= MANY || styleWeight === 0) return null;
  // Where nothing else is optimised, its weight changes nothing.
  if (contentWeight === 0 && tvWeight === 0) return null;
  // Far above the default nothing but the style counts: it takes more than a third to change that.
  const lowered = rounded(Math.min(LOWER * styleWeight, defaultWeights(network, form).styleWeight));
  if (lowered < WEIGHT.min) return null;
  return {
    code: 'clipped',
    sentence:
      `${percent(share)} of the colours are brighter or darker than a picture can show and are cut off. ` +
      `Lower the style weight to ${lowered}.`,
    change: { styleWeight: lowered },
  };
};
