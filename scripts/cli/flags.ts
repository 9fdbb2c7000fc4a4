import { parseArgs, type ParseArgsConfig } from 'node:util';
import { z } from 'zod';
import { ENGINE_CHOICES, type EngineChoice } from '../../server/engines/choice';
import { SHARE } from '../../server/protocol/limits';
import { networkIdSchema, networkTaps, type NetworkId } from '../../server/protocol/networks';
import { UsageError } from './run-cli';

/** Reads the flags that `options` names and nothing else. @throws UsageError */
export function parseFlags<const T extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(`${inOurForm((error as Error).message)}. Try --help`, { cause: error });
  }
}

/** Only the first sentence, as Node goes on about dashes and positional arguments; the flag first, as everywhere else. */
function inOurForm(message: string): string {
  const [sentence] = message.split(/\.\s/);
  return sentence
    .replace(/^Unknown option '(.+)'$/s, '$1: there is no such option')
    .replace(/^Option '(?:-\w, )?(--[\w-]+)[^']*' /, '$1: ');
}

/** NaN, which no setting accepts, for what is not a number; `Number('')` would be 0. */
export function number(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return text.trim() === '' ? NaN : Number(text);
}

/** @throws UsageError where there is no such network */
export function parseNetwork(name: string): NetworkId {
  return oneOf('network', name, networkIdSchema.options);
}

/** What computes where the command line does not say, the environment does. @throws UsageError where there is no such engine */
export function parseEngine(name: string | undefined): EngineChoice | undefined {
  return name === undefined ? undefined : oneOf('engine', name, ENGINE_CHOICES);
}

/** @throws UsageError where `name` is none of `names` */
export function oneOf<const T extends string>(flag: string, name: string, names: readonly T[]): T {
  const found = names.find((candidate) => candidate === name);
  if (found === undefined) {
    throw new UsageError(`--${flag}: there is no "${name}", but ${new Intl.ListFormat('en').format(names)}`);
  }
  return found;
}

/** The parts of a list with commas. */
export function list(text: string): string[] {
  return text.split(',').map((part) => part.trim());
}

/**
 * Layers by name, each of which may be followed by its weight: `block1_conv1,block3_conv1=2`.
 *
 * @returns the weight of each layer, NaN where what stands there is no number; 1 where none does
 * @throws UsageError where the network has no such layer
 */
export function parseLayers(
  flag: string,
  text: string | undefined,
  network: NetworkId,
): Record<string, number> | undefined {
  if (text === undefined) return undefined;
  const { taps } = networkTaps[network];
  const entries = list(text).map((part): [string, number] => {
    const [name, weight] = part.split(/=(.*)/s);
    if (!taps.includes(name)) {
      throw new UsageError(`--${flag}: ${network} has no layer "${name}", but ${taps.join(', ')}`);
    }
    return [name, number(weight) ?? 1];
  });
  return Object.fromEntries(entries);
}

/**
 * How much each style picture counts: 1 where nothing is said.
 * @throws UsageError where there is not one weight a picture, or all are 0
 */
export function parseBlend(text: string | undefined, styles: number): number[] {
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
