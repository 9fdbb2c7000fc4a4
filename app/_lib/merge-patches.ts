import type { SettingsPatch } from '../../server/protocol/settings';

/** Two changes of settings as one: of each field what was set last. */
export function mergePatches(earlier: SettingsPatch, later: SettingsPatch): SettingsPatch {
  const patch = { ...earlier, ...later };
  // The server merges blends image by image, so the earlier one must not be lost under the later.
  if (earlier.styleBlend && later.styleBlend) {
    patch.styleBlend = { ...earlier.styleBlend, ...later.styleBlend };
  }
  return patch;
}
