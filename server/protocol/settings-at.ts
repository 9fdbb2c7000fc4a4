import type { Run } from './runs';
import { settingsSchema, type Settings } from './settings';

/**
 * The settings that a run had when it made this iterate: what was steered later is taken back. Of a run that was steered more
 * often than it keeps marks of, the earliest changes remain.
 */
export function settingsAt(
  { settings, marks }: Pick<Run, 'settings' | 'marks'>,
  iteration: number,
): Settings {
  const back: Record<string, unknown> = {};
  // Not in the order of the marks: a long gesture stands behind what others did meanwhile. Of marks at one iteration, as
  // in a pause, the first is taken back last.
  const later = marks
    .filter((mark) => mark.iteration >= iteration)
    .reverse()
    .sort((a, b) => b.iteration - a.iteration);
  for (const { field, from } of later.flatMap(({ changes }) => changes)) {
    // A mark may name a setting that there is no more.
    if (field in settings) back[field] = from;
  }
  // Or a value that a setting cannot have any more.
  const parsed = settingsSchema.safeParse({ ...settings, ...back });
  return parsed.success ? parsed.data : settings;
}
