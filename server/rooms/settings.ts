import type { Problem } from '../protocol/errors';
import type { ImageInfo, Picture } from '../protocol/images';
import { networkTaps, type NetworkId } from '../protocol/networks';
import type { RunRecord } from './record';
import { defaultWeights, steerableFields, type Settings, type SettingsPatch } from '../protocol/settings';

type Layers = Settings['contentLayers'];

/**
 * Applies a patch. `styleBlend` is merged by image. A change of the network keeps the layers that the new one has too,
 * and where none is left takes the new one's defaults, so that choosing a network never fails because of layers. A weight
 * that was left at the old one's default goes to the new one's. Where the form of the objective changes, weights mean
 * something else: those that the patch does not name are the new form's defaults.
 */
export function mergeSettings(settings: Settings, patch: SettingsPatch): Settings {
  const merged: Settings = {
    ...settings,
    ...patch,
    styleBlend: { ...settings.styleBlend, ...patch.styleBlend },
  };
  const isOtherForm = merged.form !== settings.form;
  if (merged.network === settings.network && !isOtherForm) return merged;
  const { content, style } = networkTaps[merged.network];
  const left = defaultWeights(settings.network, settings.form);
  const taken = defaultWeights(merged.network, merged.form);
  const weight = (field: 'contentWeight' | 'styleWeight' | 'tvWeight') =>
    patch[field] ?? (isOtherForm || settings[field] === left[field] ? taken[field] : settings[field]);
  return {
    ...merged,
    contentWeight: weight('contentWeight'),
    styleWeight: weight('styleWeight'),
    tvWeight: weight('tvWeight'),
    contentLayers: patch.contentLayers ?? fitLayers(merged.contentLayers, merged.network, [content]),
    styleLayers: patch.styleLayers ?? fitLayers(merged.styleLayers, merged.network, style),
  };
}

/**
 * What is wrong with settings whose fields are each within bounds; `null` where nothing is.
 * @param images of the room
 */
export function checkSettings(settings: Settings, images: readonly ImageInfo[]): Problem | null {
  const { taps } = networkTaps[settings.network];
  for (const field of ['contentLayers', 'styleLayers'] as const) {
    const unknown = Object.keys(settings[field]).find((tap) => !taps.includes(tap));
    if (unknown !== undefined) {
      return {
        code: 'invalid',
        message: `${field}: the network ${settings.network} has no layer ${unknown}. Choose among ${taps.join(', ')}.`,
        field,
      };
    }
  }
  if (settings.contentWeight === 0 && settings.styleWeight === 0) {
    return {
      code: 'invalid',
      message:
        'contentWeight and styleWeight: at least one of them must be above 0, or there is nothing to paint towards.',
      field: 'contentWeight',
    };
  }
  return checkInitialImage(settings, images);
}

/** Whether none of these style pictures has a share; one that the blend does not name counts 1. */
export function isBlendOff(
  styles: readonly Picture[],
  { styleBlend }: Pick<Settings, 'styleBlend'>,
): boolean {
  return styles.every(({ imageId }) => styleBlend[imageId] === 0);
}

function checkInitialImage(
  { initialisation, initialImage }: Settings,
  images: readonly ImageInfo[],
): Problem | null {
  if (initialImage === null) {
    if (initialisation !== 'image') return null;
    return {
      code: 'invalid',
      message: 'initialImage: to start from a picture of your own, choose which one.',
      field: 'initialImage',
    };
  }
  if (images.some(({ id }) => id === initialImage)) return null;
  return {
    code: 'not-found',
    message: 'initialImage: this picture is not in the room. Upload it first.',
    field: 'initialImage',
  };
}

/**
 * The settings of a run that is going after a patch of the room's: what can be steered follows, the rest stays. Layers
 * that the run's own network lacks, shares of pictures that are not its own, and weights that come together with another
 * network, for which they are meant, change nothing. Gives back the same object where nothing changes.
 */
export function steer(
  { settings, styles }: Pick<RunRecord, 'settings' | 'styles'>,
  patch: SettingsPatch,
): Settings {
  const { taps } = networkTaps[settings.network];
  const own = new Set<string>(styles.map(({ imageId }) => imageId));
  const fits = (layers: Layers | undefined) =>
    layers && Object.keys(layers).every((tap) => taps.includes(tap));
  const steerable = Object.fromEntries(
    steerableFields.filter((field) => patch[field] !== undefined).map((field) => [field, patch[field]]),
  ) as SettingsPatch;
  if (!fits(steerable.contentLayers)) delete steerable.contentLayers;
  if (!fits(steerable.styleLayers)) delete steerable.styleLayers;
  if (patch.network !== undefined && patch.network !== settings.network) {
    for (const field of ['contentWeight', 'styleWeight', 'tvWeight'] as const) delete steerable[field];
  }
  if (steerable.styleBlend) {
    steerable.styleBlend = Object.fromEntries(
      Object.entries(steerable.styleBlend).filter(([id]) => own.has(id)),
    );
  }
  const steered = mergeSettings(settings, steerable);
  return JSON.stringify(steered) === JSON.stringify(settings) ? settings : steered;
}

function fitLayers(layers: Layers, network: NetworkId, fallback: readonly string[]): Layers {
  const { taps } = networkTaps[network];
  const kept = Object.entries(layers).filter(([tap]) => taps.includes(tap));
  if (kept.some(([, weight]) => weight > 0)) return Object.fromEntries(kept);
  return Object.fromEntries(fallback.map((tap) => [tap, 1]));
}
