import type { Settings } from '../protocol/settings';
import type { StyleSettings } from '../style/settings';

/**
 * A room's settings as the numerics take them.
 *
 * @param styleIds the style pictures of the run, in its order; one that `styleBlend` does not name counts 1
 */
export function toStyleSettings(settings: Settings, styleIds: readonly string[]): StyleSettings {
  const shares: Readonly<Record<string, number>> = settings.styleBlend;
  const blend = styleIds.map((id) => shares[id] ?? 1);
  const { contentWeight, tvWeight, contentLayers, styleLayers, iterations, size, pooling, seed } = settings;
  const common = { contentWeight, tvWeight, contentLayers, styleLayers, iterations, size, pooling, seed };
  // Where every style picture is off, so is the style: a blend of nothing is no target.
  return blend.some((share) => share > 0)
    ? { ...common, styleWeight: settings.styleWeight, styleBlend: blend }
    : { ...common, styleWeight: 0, styleBlend: blend.map(() => 1) };
}
