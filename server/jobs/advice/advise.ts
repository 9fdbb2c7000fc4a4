import type { Advice } from '../../protocol/advice';
import { clipped } from './clipped';
import { contentDominates } from './content-dominates';
import { moreIterations } from './more-iterations';
import { noise } from './noise';
import type { Observation, Rule } from './observation';
import { smallForStroke } from './small-for-stroke';
import { stillLayer } from './still-layer';

/** What helps most comes first. */
const rules: readonly Rule[] = [contentDominates, clipped, noise, stillLayer, smallForStroke, moreIterations];

/** All that there is to advise about a run as it stands. */
export function advise(observation: Observation): Advice[] {
  return rules.map((rule) => rule(observation)).filter((advice) => advice !== null);
}
