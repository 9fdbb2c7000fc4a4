import type { Settings } from '../protocol/settings';
import type { StyleSettings } from '../style/settings';

/**
 * A room's settings as the numerics take them.
 *
 * @param styleIds the style pictures of the run, in its order; one that `styleBlend` does not name counts 1
 */
export function toStyleSettings(settings: Settings, styleIds: readonly string[]): StyleSettings {
  const { network: _network, initialImage: _initialImage, styleBlend: _styleBlend, ...common } = settings;
  const blend = blendOf(settings, styleIds);
  // Where every style picture is off, so is the style: a blend of nothing is no target.
  return blend.some((share) => share > 0)
    ? { ...common, styleBlend: blend }
    : { ...common, styleWeight: 0, styleBlend: blend.map(() => 1) };
}

/** How much each style picture counts, in the order of `styleIds`. */
export function blendOf({ styleBlend }: Pick<Settings, 'styleBlend'>, styleIds: readonly string[]): number[] {
  const shares: Readonly<Record<string, number>> = styleBlend;
  return styleIds.map((id) => shares[id] ?? 1);
}
