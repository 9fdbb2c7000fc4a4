import type { Advice } from '../../protocol/advice';
import { WEIGHT } from '../../protocol/limits';
import { defaultWeights } from '../../protocol/settings';
import type { Rule } from './observation';
import { rounded } from './words';

/** Painting makes a picture a little rougher than both of its models; this is well above. */
const WELL_ABOVE = 2;
/** Below it roughness cannot be seen: about that of noise with a standard deviation of 1 % of the range. */
const VISIBLE = 0.002;

const SEEN = 'The picture has more speckles than either the photograph or the style has.';

/** The picture has more energy in high frequencies than its content and its styles. */
export const noise: Rule = ({ settings: { form, network, tvWeight }, roughness }) => {
  const model = Math.max(roughness.content, ...roughness.styles);
  if (roughness.picture <= Math.max(VISIBLE, WELL_ABOVE * model)) return null;
  if (form === 'classic') return otherForm(network);
  const raised = tvWeight === 0 ? 1 : rounded(Math.min(WEIGHT.max, 3 * tvWeight));
  if (raised <= tvWeight) return null;
  return {
    code: 'noise',
    sentence: `${SEEN} Raise the smoothness to ${raised} to calm it.`,
    change: { tvWeight: raised },
  };
};

/**
 * Classic losses are some 1e5 times as large as relative ones, and the total variation is not: the greatest smoothness
 * that there is changes nothing there, and neither does less style where the noise is what the run started from. The
 * relative form has it in proportion.
 */
function otherForm(network: Parameters<typeof defaultWeights>[0]): Advice {
  return {
    code: 'noise',
    sentence:
      `${SEEN} Smoothness cannot calm it, since it hardly counts beside classic losses. ` +
      'Change to relative losses, with their own weights.',
    change: { form: 'relative', ...defaultWeights(network, 'relative') },
  };
}
