import { setImmediate } from 'node:timers/promises';
import type { Engine } from '../../server/style/engine';
import type { PlanarImage } from '../../server/style/image';
import type { Network } from '../../server/style/network';
import type { StyleSettings } from '../../server/style/settings';
import { atFullSize, stylize, type Iterate } from '../../server/style/stylize';

export interface PaintInput {
  readonly engine: Engine;
  readonly network: Network;
  readonly content: PlanarImage;
  readonly styles: readonly PlanarImage[];
  readonly settings: StyleSettings;
  /** Aborted: stop after the iteration that is going on. */
  readonly signal: AbortSignal;
  readonly onIterate: (iterate: Iterate) => void;
}

export interface Painting {
  readonly picture: PlanarImage;
  readonly last: Iterate;
  readonly seconds: number;
}

/** Runs the optimisation to its end, or until it is stopped. @throws StyleError as `stylize` */
export async function paint(input: PaintInput): Promise<Painting> {
  const { engine, network, content, styles, settings } = input;
  const now = (): number => performance.now();
  const began = now();
  let last: Iterate | undefined;
  const load = (pooling: StyleSettings['pooling']) => engine.load(network, { pooling, padding: 'zero' });
  for await (const iterate of stylize({ load, content, styles, settings, now })) {
    last = iterate;
    input.onIterate(iterate);
    // An evaluation blocks the process: here is where a signal gets in.
    await setImmediate();
    if (input.signal.aborted) break;
  }
  if (last === undefined) throw new Error('the optimisation gave no picture');
  return { picture: atFullSize(last), last, seconds: (now() - began) / 1000 };
}
