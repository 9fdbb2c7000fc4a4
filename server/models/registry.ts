import type { NetworkEntry } from './network-entry';
import { compact } from './networks/compact';
import { vgg19 } from './networks/vgg19';

/** The networks that Atelier knows, in the order of preference: the default is the first whose weights are there. */
export const networks: readonly NetworkEntry[] = [vgg19, compact];
