import { SHARE } from '../../protocol/limits';
import type { Settings } from '../../protocol/settings';
import type { Rule } from './observation';
import { percent, rounded } from './words';

/** A layer gets this many iterations to move. */
const PATIENCE = 25;
const STILL = 0.02;
/** A layer whose loss fell below this part of what it was at the start has moved, if not lately. */
const UNMOVED = 0.5;
/** A term below this share of the loss counts for nothing, so it need not move. */
const COUNTS = 0.01;

/** The loss of a style layer has hardly changed, although it counts. */
export const stillLayer: Rule = ({ settings, losses, terms, weighted }) => {
  if (losses.length <= PATIENCE) return null;
  const total = losses[losses.length - 1];
  const moved = (layer: string): boolean => {
    const [before, now] = [terms.before[`style:${layer}`], terms.now[`style:${layer}`]];
    return Math.abs(before - now) >= STILL * before;
  };
  // One that was switched on later has no start to be compared with.
  const layers = Object.keys(settings.styleLayers).filter((layer) =>
    [terms.atStart, terms.before, terms.now].every((measured) => `style:${layer}` in measured),
  );
  // Where nothing moves at all, no layer drowns out another.
  if (!layers.some(moved)) return null;
  const still = layers.find((layer) => {
    const term = `style:${layer}`;
    const counts = weighted[term] > COUNTS * total;
    return counts && !moved(layer) && terms.now[term] > UNMOVED * terms.atStart[term];
  });
  if (still === undefined) return null;
  const weight = settings.styleLayers[still];
  const seen =
    `The loss of the style layer ${still} has changed by less than ${percent(STILL)} ` +
    `in ${losses.length - 1} iterations.`;
  const raised = rounded(Math.min(SHARE.max, 4 * weight));
  if (raised > weight) {
    return {
      code: 'still-layer',
      sentence: `${seen} Raise its weight to ${raised}, so that it is heard.`,
      change: { styleLayers: { ...settings.styleLayers, [still]: raised } },
    };
  }
  const without: Settings['styleLayers'] = { ...settings.styleLayers, [still]: 0 };
  if (Object.values(without).every((other) => other === 0)) return null;
  return {
    code: 'still-layer',
    sentence: `${seen} Its weight is as large as it can be: switch it off and leave the work to the others.`,
    change: { styleLayers: without },
  };
};
