import * as z from 'zod/mini';
import { settingsPatchSchema } from './settings';

export const adviceCodeSchema = z.enum([
  /** The loss was still falling fast at the end. */
  'more-iterations',
  /** Nearly all of the gradient (or of the loss) is the content's. */
  'content-dominates',
  /** The picture has more energy in high frequencies than its content and its style. */
  'noise',
  /** The loss of a style layer has hardly changed. */
  'still-layer',
  /** Many values lie outside the range of a picture and are cut off. */
  'clipped',
  /** At this size the strokes of the style are too fine to be seen. */
  'small-for-stroke',
]);
export type AdviceCode = z.infer<typeof adviceCodeSchema>;

/** What could be done about a picture, as data: the page shows the sentence, one click applies the change. */
export const adviceSchema = z.object({
  code: adviceCodeSchema,
  /** What was seen and what would help, in one or two English sentences. */
  sentence: z.string(),
  /** What the sentence proposes. */
  change: settingsPatchSchema,
});
export type Advice = z.infer<typeof adviceSchema>;
