import type { Size } from '../../style/image';
import type { Network } from '../../style/network';

/** How many rows and columns a pooling drops, 0 or 1 each. */
export interface Rest {
  readonly rows: number;
  readonly columns: number;
}

/**
 * What each pooling of `network` drops of a picture of `size`. A graph is compiled for these: were they computed while
 * it runs, every gradient would be padded, mostly with nothing, and for that leave the blocked memory layout of the
 * convolutions and come back to it.
 */
export function restsOf(network: Network, { width, height }: Size): Rest[] {
  return network.operations
    .filter(({ kind }) => kind === 'pooling')
    .map((_, poolings) => ({ rows: (height >> poolings) & 1, columns: (width >> poolings) & 1 }));
}

/** Of a pooling that drops nothing. */
export const NO_REST: Rest = { rows: 0, columns: 0 };
