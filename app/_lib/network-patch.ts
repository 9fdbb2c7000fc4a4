import { networkTaps, type NetworkId } from '../../server/protocol/networks';
import type { Settings, SettingsPatch } from '../../server/protocol/settings';

/** The change to another network: layers that it does not have give way to those that it reads by default. */
export function patchForNetwork(network: NetworkId, settings: Settings): SettingsPatch {
  const { taps, content, style } = networkTaps[network];
  const keep = (layers: Readonly<Record<string, number>>, fallback: readonly string[]) => {
    const kept = Object.entries(layers).filter(([tap]) => taps.includes(tap));
    return kept.some(([, weight]) => weight > 0)
      ? Object.fromEntries(kept)
      : Object.fromEntries(fallback.map((tap) => [tap, 1]));
  };
  return {
    network,
    contentLayers: keep(settings.contentLayers, [content]),
    styleLayers: keep(settings.styleLayers, style),
  };
}
