import type { EngineChoice } from '../../server/engines/choice';
import { presetIds, presetsOf, type PresetId } from '../../server/protocol/presets';
import {
  defaultSettings,
  defaultWeights,
  objectiveFormSchema,
  settingsSchema,
  type Settings,
} from '../../server/protocol/settings';
import type { NetworkId } from '../../server/protocol/networks';
import { number, oneOf, parseBlend, parseEngine, parseFlags, parseLayers, parseNetwork } from '../cli/flags';
import { UsageError } from '../cli/run-cli';
import { FLAGS, options } from './flags';

export interface StylizeArguments {
  readonly content: string;
  readonly styles: readonly string[];
  /** One weight a style picture. */
  readonly styleBlend: readonly number[];
  /** What it starts from where the settings say so. */
  readonly initial: string | undefined;
  readonly preset: PresetId | undefined;
  readonly settings: Settings;
  readonly engine: EngineChoice | undefined;
  readonly out: string;
  readonly json: boolean;
}

type Flags = ReturnType<typeof parseFlags<typeof options>>;

/**
 * Reads the command line; bounds and defaults are the protocol's.
 *
 * @param defaultNetwork the network where none is named
 * @returns `help` where that was asked for
 * @throws UsageError
 */
export function parseArguments(
  argv: readonly string[],
  defaultNetwork: () => NetworkId,
): StylizeArguments | 'help' {
  const flags = parseFlags(argv, options);
  if (flags.help) return 'help';
  if (flags.content === undefined) throw new UsageError('--content: name the photograph. Try --help');
  const styles = flags.style ?? [];
  if (styles.length === 0) throw new UsageError('--style: name at least one style picture. Try --help');
  if (!flags.out.endsWith('.png'))
    throw new UsageError('--out: the result is a PNG, so its name ends in .png');
  const network = flags.network === undefined ? defaultNetwork() : parseNetwork(flags.network);
  const preset = flags.preset === undefined ? undefined : oneOf('preset', flags.preset, presetIds);
  return {
    content: flags.content,
    styles,
    styleBlend: parseBlend(flags['style-weights'], styles.length),
    initial: flags['init-image'],
    preset,
    settings: parseSettings(flags, startingPoint(flags, network, preset)),
    engine: parseEngine(flags.engine),
    out: flags.out,
    json: flags.json,
  };
}

/** The settings that the flags change: a new room's, then the preset's, then the weights of the form that is named. */
function startingPoint(flags: Flags, network: NetworkId, id: PresetId | undefined): Settings {
  const preset = presetsOf(network).find((candidate) => candidate.id === id);
  if (preset !== undefined && preset.obstacle !== null) throw new UsageError(`--preset: ${preset.obstacle}`);
  const settings: Settings = { ...defaultSettings(network), ...preset?.settings };
  if (flags.form === undefined) return settings;
  const form = oneOf('form', flags.form, objectiveFormSchema.options);
  // Weights mean something else in each form.
  return form === settings.form ? settings : { ...settings, form, ...defaultWeights(network, form) };
}

function parseSettings(flags: Flags, start: Settings): Settings {
  const layers = (flag: 'content-layers' | 'style-layers') => parseLayers(flag, flags[flag], start.network);
  const parsed = settingsSchema.safeParse({
    ...start,
    contentWeight: number(flags['content-weight']) ?? start.contentWeight,
    styleWeight: number(flags['style-weight']) ?? start.styleWeight,
    tvWeight: number(flags['tv-weight']) ?? start.tvWeight,
    iterations: number(flags.iterations) ?? start.iterations,
    size: number(flags.size) ?? start.size,
    contentLayers: layers('content-layers') ?? start.contentLayers,
    styleLayers: layers('style-layers') ?? start.styleLayers,
    pooling: flags.pooling ?? start.pooling,
    padding: flags.padding ?? start.padding,
    margin: number(flags.margin) ?? start.margin,
    styleScale: number(flags['style-scale']) ?? start.styleScale,
    optimiser: flags.optimiser ?? start.optimiser,
    learningRate: number(flags['learning-rate']) ?? start.learningRate,
    iterateAveraging: flags['iterate-averaging'] ?? start.iterateAveraging,
    initialisation: initialisation(flags) ?? start.initialisation,
    scaleFactor: flags['scale-factor'] ?? start.scaleFactor,
    smallestScale: number(flags['smallest-scale']) ?? start.smallestScale,
    colour: flags.colour ?? start.colour,
    tolerance: number(flags.tolerance) ?? start.tolerance,
    seed: number(flags.seed) ?? start.seed,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`--${FLAGS[issue.path[0] as keyof typeof FLAGS]}: ${issue.message}`);
}

/** A picture to start from says by itself that it is to be started from. */
function initialisation({ init, 'init-image': image }: Flags): string | undefined {
  if (image === undefined && init === 'image') {
    throw new UsageError('--init: name the picture that it starts from with --init-image');
  }
  if (image !== undefined && init !== undefined && init !== 'image') {
    throw new UsageError(`--init-image: a picture is named, but --init says ${init}`);
  }
  return image === undefined ? init : 'image';
}
