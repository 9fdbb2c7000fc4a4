import { CLASSIC_STYLE_WEIGHT, WEIGHT } from '../../protocol/limits';
import type { Settings } from '../../protocol/settings';
import type { Rule } from './observation';
import { percent, rounded } from './words';

const NEARLY_ALL = 0.8;

/**
 * How far the weights may be moved. In the classic form the recipe (Gatys, Ecker & Bethge 2016) has a content weight of 1
 * and a style weight within {@link CLASSIC_STYLE_WEIGHT}.
 */
const reach: Readonly<
  Record<Settings['form'], { readonly mostStyle: number; readonly leastContent: number }>
> = {
  relative: { mostStyle: WEIGHT.max, leastContent: WEIGHT.min },
  classic: { mostStyle: CLASSIC_STYLE_WEIGHT.max, leastContent: 1 },
};

/** The content term is nearly all that is optimised. Near an optimum content and style pull equally hard. */
export const contentDominates: Rule = ({ settings, loss, gradientShares }) => {
  const { form, styleWeight, contentWeight } = settings;
  // Who switches the style off, or every picture of it, wants the content alone.
  if (styleWeight === 0 || loss.style === 0) return null;
  const total = loss.content + loss.style + loss.tv;
  const ofLoss = total > 0 ? loss.content / total : 0;
  const ofGradient = gradientShares?.content ?? 0;
  if (Math.max(ofLoss, ofGradient) <= NEARLY_ALL) return null;
  const seen =
    ofGradient > NEARLY_ALL
      ? `${percent(ofGradient)} of what changes the picture pulls it towards the photograph`
      : `${percent(ofLoss)} of the loss is the content's`;
  const { mostStyle, leastContent } = reach[form];
  if (styleWeight < mostStyle) {
    const raised = rounded(Math.min(mostStyle, 2 * styleWeight));
    return {
      code: 'content-dominates',
      sentence: `${capitalised(seen)}, so the style hardly shows. Raise the style weight to ${raised}.`,
      change: { styleWeight: raised },
    };
  }
  const lowered = rounded(Math.max(leastContent, contentWeight / 2));
  if (lowered >= contentWeight) return null;
  return {
    code: 'content-dominates',
    sentence: `${capitalised(seen)}, so the style hardly shows. Lower the content weight to ${lowered}.`,
    change: { contentWeight: lowered },
  };
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
