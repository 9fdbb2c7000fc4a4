import { ITERATIONS } from '../../protocol/limits';
import type { Rule } from './observation';
import { percent } from './words';

/** How far back the decrease is taken. */
const WINDOW = 30;
/** Fewer iterations than this after a change, or at a new scale, say nothing: everything falls fast there. */
const SHORTEST_WINDOW = 10;
const FAST_DECREASE = 0.03;

/** The loss was still falling fast at the end of a run that nobody stopped. */
export const moreIterations: Rule = ({ settings, end, losses }) => {
  if (end !== 'whole') return null;
  const window = Math.min(WINDOW, losses.length - 1);
  if (window < SHORTEST_WINDOW) return null;
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
