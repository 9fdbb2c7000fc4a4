import './zod-setup';
import * as z from 'zod/mini';
import { MAX_SMOOTHING } from './curve-smoothing';

const KEY = 'atelier.curves';

const preferencesSchema = z.object({
  /** What the loss is shown by, where a curve tells it by layers as well. */
  view: z.enum(['kinds', 'layers']),
  /** Whether the axis of values is logarithmic. */
  log: z.boolean(),
  /** Weight of the moving average; see `smoothed`. */
  smoothing: z.number().check(z.gte(0), z.lte(MAX_SMOOTHING)),
  /** Keys of the series that are not shown, also of networks that are not in use now. */
  hidden: z.readonly(z.array(z.string())),
});

/** How somebody wants the curves in this browser. */
export type CurvePreferences = Readonly<z.infer<typeof preferencesSchema>>;

/** Everything there is, as it was measured; over its decades. */
export const usualCurves: CurvePreferences = { view: 'kinds', log: true, smoothing: 0, hidden: [] };

/** What was chosen last, in any room; the usual where nothing was, or where it cannot be read any more. */
export function rememberedCurves(): CurvePreferences {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === null ? usualCurves : preferencesSchema.parse(JSON.parse(stored));
  } catch (error) {
    console.warn('The curves are shown as usual.', error);
    return usualCurves;
  }
}

export function rememberCurves(preferences: CurvePreferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch (error) {
    // Storage is full or switched off: it holds for as long as the page is open.
    console.warn(error);
  }
}
