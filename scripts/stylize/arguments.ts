import { parseArgs } from 'node:util';
import { z } from 'zod';
import { SHARE } from '../../server/protocol/limits';
import { networkIdSchema, networkTaps, type NetworkId } from '../../server/protocol/networks';
import { defaultSettings, settingsSchema, type Settings } from '../../server/protocol/settings';
import { UsageError } from '../cli/run-cli';

export const USAGE = `Paints a photograph in the style of one or more pictures.
  npm run stylize -- --content FILE --style FILE [--style FILE …]
    --style-weights A,B    how much each style picture counts (1 each)
    --size PX              long side of the result (512)
    --iterations N         (300)
    --content-weight W     0 is off (1 with vgg19, 0.2 with compact)
    --style-weight W       0 is off (1)
    --tv-weight W          smoothness, 0 is off (1)
    --content-layers A,B   (block4_conv2)
    --style-layers A,B     (block1_conv1 to block5_conv1)
    --pooling KIND         average or max (average)
    --network NAME         vgg19 or compact (vgg19 where its weights are on this machine)
    --seed N               0 starts from the photograph, any other from it with noise of its own (0)
    --out FILE             a PNG (out.png)
    --json                 prints one JSON object on stdout at the end
Ctrl+C stops and writes the picture so far.
`;

const options = {
  content: { type: 'string' },
  style: { type: 'string', multiple: true },
  'style-weights': { type: 'string' },
  size: { type: 'string' },
  iterations: { type: 'string' },
  'content-weight': { type: 'string' },
  'style-weight': { type: 'string' },
  'tv-weight': { type: 'string' },
  'content-layers': { type: 'string' },
  'style-layers': { type: 'string' },
  pooling: { type: 'string' },
  network: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string', default: 'out.png' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The flag that sets each setting: what is wrong with a setting is told of its flag. */
const FLAGS = {
  contentWeight: 'content-weight',
  styleWeight: 'style-weight',
  tvWeight: 'tv-weight',
  iterations: 'iterations',
  size: 'size',
  contentLayers: 'content-layers',
  styleLayers: 'style-layers',
  styleBlend: 'style-weights',
  pooling: 'pooling',
  seed: 'seed',
  network: 'network',
} as const satisfies Record<keyof Settings, keyof typeof options>;

export interface StylizeArguments {
  readonly content: string;
  readonly styles: readonly string[];
  /** One weight a style picture. */
  readonly styleBlend: readonly number[];
  readonly settings: Settings;
  readonly out: string;
  readonly json: boolean;
}

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
  const values = parseFlags(argv);
  if (values.help) return 'help';
  if (values.content === undefined) throw new UsageError('--content: name the photograph. Try --help');
  const styles = values.style ?? [];
  if (styles.length === 0) throw new UsageError('--style: name at least one style picture. Try --help');
  if (!values.out.endsWith('.png'))
    throw new UsageError('--out: the result is a PNG, so its name ends in .png');
  const network = values.network === undefined ? defaultNetwork() : values.network;
  return {
    content: values.content,
    styles,
    styleBlend: parseBlend(values['style-weights'], styles.length),
    settings: parseSettings(values, network),
    out: values.out,
    json: values.json,
  };
}

function parseFlags(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    // Only the first sentence: Node goes on about positional arguments.
    throw new UsageError(`${(error as Error).message.split('. ')[0]}. Try --help`, { cause: error });
  }
}

type Flags = ReturnType<typeof parseFlags>;

function parseSettings(flags: Flags, network: string): Settings {
  const known = networkIdSchema.safeParse(network);
  if (!known.success) {
    throw new UsageError(`--network: there is no "${network}", but ${networkIdSchema.options.join(' and ')}`);
  }
  const defaults = defaultSettings(known.data);
  const layers = (flag: 'content-layers' | 'style-layers'): Record<string, number> | undefined =>
    parseLayers(flag, flags[flag], known.data);
  const parsed = settingsSchema.safeParse({
    ...defaults,
    contentWeight: number(flags['content-weight']) ?? defaults.contentWeight,
    styleWeight: number(flags['style-weight']) ?? defaults.styleWeight,
    tvWeight: number(flags['tv-weight']) ?? defaults.tvWeight,
    iterations: number(flags.iterations) ?? defaults.iterations,
    size: number(flags.size) ?? defaults.size,
    seed: number(flags.seed) ?? defaults.seed,
    pooling: flags.pooling ?? defaults.pooling,
    contentLayers: layers('content-layers') ?? defaults.contentLayers,
    styleLayers: layers('style-layers') ?? defaults.styleLayers,
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError(`--${FLAGS[issue.path[0] as keyof Settings]}: ${issue.message}`);
}

/** NaN, which no setting accepts, for what is not a number; `Number('')` would be 0. */
function number(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.trim() === '' ? NaN : Number(text);
}

function parseLayers(
  flag: string,
  text: string | undefined,
  network: NetworkId,
): Record<string, number> | undefined {
  if (text === undefined) return undefined;
  const names = text.split(',').map((name) => name.trim());
  const { taps } = networkTaps[network];
  const unknown = names.find((name) => !taps.includes(name));
  if (unknown !== undefined) {
    throw new UsageError(`--${flag}: ${network} has no layer "${unknown}", but ${taps.join(', ')}`);
  }
  return Object.fromEntries(names.map((name) => [name, 1]));
}

function parseBlend(text: string | undefined, styles: number): number[] {
  if (text === undefined) return Array.from({ length: styles }, () => 1);
  const error = `each must be between ${SHARE.min} and ${SHARE.max}`;
  const weights = z
    .array(z.number({ error }).min(SHARE.min, { error }).max(SHARE.max, { error }))
    .length(styles, { error: `needs one weight for each of the ${styles} style pictures` })
    .refine((blend) => blend.some((weight) => weight > 0), { error: 'at least one must be above 0' })
    .safeParse(text.split(',').map((part) => number(part)));
  if (!weights.success) throw new UsageError(`--style-weights: ${weights.error.issues[0].message}`);
  return weights.data;
}
