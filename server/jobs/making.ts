import type { OpenedNetwork } from '../models/library';
import type { Making } from '../protocol/making';
import type { Settings } from '../protocol/settings';
import type { Engine } from '../style/engine';

export interface MadeWith extends Pick<Making, 'iterations' | 'converged' | 'steered' | 'continuedFrom'> {
  /** As they were at the end. */
  readonly settings: Settings;
  /** How much each style picture counts, in the order of the run. */
  readonly styleBlend: readonly number[];
  readonly network: OpenedNetwork;
  readonly engine: Engine;
}

/** What a result was made with, as its file says it (`encodePng`): all that it takes to make it again. */
export function makingOf(made: MadeWith): Making {
  const { settings, styleBlend, network, engine, iterations, converged, steered, continuedFrom } = made;
  const { variant, checksum } = network;
  return {
    settings: { ...settings, styleBlend: [...styleBlend] },
    network: { variant, checksum },
    engine: `${engine.name} (${engine.device})`,
    iterations,
    converged,
    steered,
    continuedFrom,
    version: 1,
  };
}
