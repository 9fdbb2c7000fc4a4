import type { OpenedNetwork } from '../models/library';
import type { Settings } from '../protocol/settings';
import type { Engine } from '../style/engine';

export interface Making {
  /** As they were at the end. */
  readonly settings: Settings;
  /** How much each style picture counts, in the order of the run: its pictures' names are nothing for others. */
  readonly styleBlend: readonly number[];
  readonly network: OpenedNetwork;
  readonly engine: Engine;
  readonly iterations: number;
  /** Whether it ended before its last iteration because nothing visible changed any more. */
  readonly converged: boolean;
  /** Whether settings were changed on the way, so that these settings alone do not make the picture again. */
  readonly steered: boolean;
  /** The iteration at which it went on from another run's picture; `null` where it started afresh. */
  readonly continuedFrom: number | null;
}

/** What a result was made with, as its file says it (`encodePng`): all that it takes to make it again. */
export function makingOf(making: Making): Readonly<Record<string, unknown>> {
  const { settings, styleBlend, network, engine, iterations, converged, steered, continuedFrom } = making;
  const { variant, checksum } = network;
  return {
    settings: { ...settings, styleBlend },
    network: { variant, checksum },
    engine: `${engine.name} (${engine.device})`,
    iterations,
    converged,
    steered,
    continuedFrom,
  };
}
