import { networkTaps, type NetworkId } from './networks';
import { defaultSettings, defaultWeights, type Settings, type SettingsPatch } from './settings';

export const presetIds = [
  'balanced',
  'keep-the-face',
  'bold-brush',
  'texture-only',
  'textbook',
  'quick-sketch',
] as const;
export type PresetId = (typeof presetIds)[number];

/** A look with a name: what one click sets. */
export interface Preset {
  readonly id: PresetId;
  readonly name: string;
  /** One line of explanation. */
  readonly line: string;
  readonly settings: SettingsPatch;
  /** Why it cannot be chosen with this network; `null` where it can. */
  readonly obstacle: string | null;
}

/** What every preset sets, so that each looks the same whichever was chosen before. */
const look = [
  'form',
  'contentWeight',
  'styleWeight',
  'tvWeight',
  'iterations',
  'contentLayers',
  'styleLayers',
  'pooling',
  'padding',
  'margin',
  'styleScale',
  'optimiser',
  'initialisation',
  'scaleFactor',
  'smallestScale',
  'tolerance',
] as const satisfies readonly (keyof Settings)[];

/** The presets as they are for a network, in the order in which they are offered. */
export function presetsOf(network: NetworkId): Preset[] {
  const settings = defaultSettings(network);
  const base = Object.fromEntries(look.map((field) => [field, settings[field]])) as SettingsPatch;
  const { contentWeight, styleWeight } = settings;
  const textbookContent = 'block5_conv2';
  const hasTextbookTap = networkTaps[network].taps.includes(textbookContent);
  return [
    {
      id: 'balanced',
      name: 'Balanced',
      line: 'A painting in which the photograph is still easy to recognise.',
      settings: base,
      obstacle: null,
    },
    {
      id: 'keep-the-face',
      name: 'Keep the face',
      line: 'Faces and outlines stay as they are; the style shows in colour and texture.',
      settings: { ...base, contentWeight: 4 * contentWeight },
      obstacle: null,
    },
    {
      id: 'bold-brush',
      name: 'Bold brush',
      line: 'Large, visible strokes, with less of the detail of the photograph.',
      settings: { ...base, contentWeight: contentWeight / 4, styleWeight, styleScale: 1.5 },
      obstacle: null,
    },
    {
      id: 'texture-only',
      name: 'Texture only',
      line: 'Forgets the photograph and weaves a texture out of the style alone.',
      settings: { ...base, contentWeight: 0, initialisation: 'noise' },
      obstacle: null,
    },
    {
      id: 'textbook',
      name: 'Textbook',
      line: 'The recipe of Gatys, Ecker & Bethge (2016): classic losses, max pooling, one scale, 512 px.',
      settings: {
        ...base,
        form: 'classic',
        ...defaultWeights(network, 'classic'),
        contentLayers: { [textbookContent]: 1 },
        pooling: 'max',
        padding: 'zero',
        margin: 0,
        scaleFactor: 'off',
        size: 512,
        iterations: 500,
        tolerance: 0,
      },
      obstacle: hasTextbookTap
        ? null
        : `Textbook reads the layer ${textbookContent}, which this network does not have. Choose VGG-19.`,
    },
    {
      id: 'quick-sketch',
      name: 'Quick sketch',
      line: 'A small picture in a fraction of the time, to try out an idea.',
      settings: { ...base, size: 256, iterations: 80 },
      obstacle: null,
    },
  ];
}
