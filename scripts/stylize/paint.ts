import { setImmediate } from 'node:timers/promises';
import type { Engine } from '../../server/style/engine';
import type { PlanarImage } from '../../server/style/image';
import type { Network } from '../../server/style/network';
import type { StyleSettings } from '../../server/style/settings';
import { atFullSize, stylize, type Iterate } from '../../server/style/stylize';
import type { Pictures } from './pictures';

export interface PaintInput extends Pictures {
  readonly engine: Engine;
  readonly network: Network;
  readonly settings: StyleSettings;
  /** Aborted: stop after the iteration that is going on. */
  readonly signal: AbortSignal;
  readonly onIterate: (iterate: Iterate) => void;
}

export interface Painting {
  readonly picture: PlanarImage;
  readonly last: Iterate;
  /** The latest that were measured. */
  readonly gradientShares: Iterate['gradientShares'];
  readonly seconds: number;
}

/** Runs the optimisation to its end, or until it is stopped. @throws StyleError as `stylize` */
export async function paint(input: PaintInput): Promise<Painting> {
  const { engine, network, content, styles, initial, settings } = input;
  const now = (): number => performance.now();
  const began = now();
  let last: Iterate | undefined;
  let gradientShares: Iterate['gradientShares'];
  const run = stylize({
    load: (options) => engine.load(network, options),
    content,
    styles,
    initial,
    settings,
    now,
  });
  for await (const iterate of run) {
    last = iterate;
    gradientShares = iterate.gradientShares ?? gradientShares;
    input.onIterate(iterate);
    // An evaluation blocks the process: here is where a signal gets in.
    await setImmediate();
    if (input.signal.aborted) break;
  }
  if (last === undefined) throw new Error('the optimisation gave no picture');
  return { picture: atFullSize(last), last, gradientShares, seconds: (now() - began) / 1000 };
}
