import { SIZE_PX, STYLE_SCALE } from '../../protocol/limits';
import type { Rule } from './observation';
import { percent, rounded } from './words';

/**
 * When a picture is halved, sharp edges lose half, and paintings with strokes that can still be seen up to four fifths
 * (a batik at 128 px). What is lost beyond that is hatching, or weave.
 */
const MOST = 0.85;
const STEP = 1.5;
/** A size must be larger by this to be worth another run. */
const WORTHWHILE = 1.2;

/** At the run's size the strokes of the style are too fine to be seen. */
export const smallForStroke: Rule = ({ settings, strokesLost, largestSize }) => {
  if (strokesLost <= MOST) return null;
  const seen = `At ${settings.size} px ${percent(strokesLost)} of the detail in the style's strokes is lost.`;
  const size = Math.floor(Math.min(SIZE_PX.max, largestSize, STEP * settings.size));
  if (size >= WORTHWHILE * settings.size) {
    return {
      code: 'small-for-stroke',
      sentence: `${seen} Paint it at ${size} px to see them.`,
      change: { size },
    };
  }
  const styleScale = rounded(Math.min(STYLE_SCALE.max, STEP * settings.styleScale));
  if (styleScale <= settings.styleScale) return null;
  return {
    code: 'small-for-stroke',
    sentence: `${seen} Raise the style scale to ${styleScale} to make them larger.`,
    change: { styleScale },
  };
};
