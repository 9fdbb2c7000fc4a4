import type { Size } from './image';
import type { Network, TapName } from './network';
import { StyleError } from './style-error';

/** A layer that a loss may read, and the shape of its activation. */
export interface Tap {
  readonly name: TapName;
  readonly channels: number;
  /** How many 2×2 poolings lie between the picture and this layer. */
  readonly poolings: number;
}

/** Every tap of `network`, from the picture inwards. */
export function tapsOf(network: Network): Tap[] {
  const taps: Tap[] = [];
  let poolings = 0;
  for (const operation of network.operations) {
    if (operation.kind === 'pooling') poolings += 1;
    else taps.push({ name: operation.name, channels: operation.outChannels, poolings });
  }
  return taps;
}

/** @throws StyleError `unknown-tap` where the network has no such layer */
export function findTap(network: Network, name: TapName): Tap {
  const tap = tapsOf(network).find((candidate) => candidate.name === name);
  if (tap === undefined) {
    throw new StyleError('unknown-tap', `network ${network.id} has no layer "${name}"`);
  }
  return tap;
}

/** Height and width of a tap's activation for a picture of `size`: each pooling halves, and drops an odd rest. */
export function activationSize(tap: Tap, size: Size): Size {
  return { width: size.width >> tap.poolings, height: size.height >> tap.poolings };
}

/**
 * `network` up to the deepest of `names`; what lies beyond it does not matter to an objective that reads only these.
 *
 * @throws StyleError `unknown-tap` where the network lacks one of them
 */
export function truncate(network: Network, names: readonly TapName[]): Network {
  for (const name of names) findTap(network, name);
  const wanted = new Set(names);
  const last = network.operations.findLastIndex(
    (operation) => operation.kind === 'convolution' && wanted.has(operation.name),
  );
  return { ...network, operations: network.operations.slice(0, last + 1) };
}

/**
 * Checks that the operations fit together and that every tensor has the length that its shape says.
 *
 * @throws StyleError `bad-network`
 */
export function validateNetwork(network: Network): void {
  const fail = (message: string): never => {
    throw new StyleError('bad-network', `network ${network.id}: ${message}`);
  };
  const names = new Set<TapName>();
  let channels = 3;
  for (const operation of network.operations) {
    if (operation.kind === 'pooling') continue;
    const { name, inChannels, outChannels, weight, bias } = operation;
    if (names.has(name)) fail(`layer "${name}" occurs twice`);
    names.add(name);
    if (inChannels !== channels) fail(`layer "${name}" takes ${inChannels} channels but gets ${channels}`);
    if (weight.length !== outChannels * inChannels * 9) {
      fail(`layer "${name}" has ${weight.length} weights, expected ${outChannels}×${inChannels}×3×3`);
    }
    if (bias.length !== outChannels)
      fail(`layer "${name}" has ${bias.length} biases, expected ${outChannels}`);
    if (!weight.every(Number.isFinite) || !bias.every(Number.isFinite)) {
      fail(`layer "${name}" has a weight that is not finite`);
    }
    channels = outChannels;
  }
  if (names.size === 0) fail('it has no convolution');
}
