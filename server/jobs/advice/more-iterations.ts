import { ITERATIONS } from '../../protocol/limits';
import type { Rule } from './observation';
import { percent } from './words';

/**
 * The part of the iterations over which the decrease is taken. Half as many iterations again bring half of what the last
 * third has brought, or somewhat more, however long the run is and whichever optimiser makes it.
 */
const LAST_PART = 1 / 3;
/** Fewer losses than this after a change, or at a new scale, say nothing: everything falls fast there. */
const FEWEST = 12;
/**
 * More iterations then lower the loss by about a tenth. Where they lower it by 3 %, as after a quick sketch, the pictures
 * cannot be told apart; after a run of 300 iterations they lower it by 1 %.
 */
const FAST_DECREASE = 0.15;

/** The loss was still falling fast at the end of a run that nobody stopped. */
export const moreIterations: Rule = ({ settings, end, losses }) => {
  if (end !== 'whole' || losses.length < FEWEST) return null;
  const window = Math.round(LAST_PART * losses.length);
  const [before, now] = [losses[losses.length - 1 - window], losses[losses.length - 1]];
  const decrease = (before - now) / before;
  const iterations = Math.min(ITERATIONS.max, Math.ceil(settings.iterations * 1.5));
  if (!(decrease > FAST_DECREASE) || iterations <= settings.iterations) return null;
  return {
    code: 'more-iterations',
    sentence:
      `The loss was still falling at the end, by ${percent(decrease)} over the last ${window} iterations. ` +
      `With ${iterations} iterations the picture would come closer to the style.`,
    change: { iterations },
  };
};
