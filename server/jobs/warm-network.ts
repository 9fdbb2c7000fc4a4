import type { ModelLibrary, OpenedNetwork } from '../models/library';
import { networkTaps, type NetworkId } from '../protocol/networks';
import type { Engine, LoadOptions, Model } from '../style/engine';
import { trialEvaluations, type TrialEvaluation } from './trial';
import { TargetCache } from './target-cache';

const OPTIONS_OF_MOST_RUNS: LoadOptions = { pooling: 'average', padding: 'zero' };
/** The smallest picture of which every layer sees something. */
const SMALLEST_SIDE_PX = 32;

interface Warm {
  readonly id: NetworkId;
  readonly opened: OpenedNetwork;
  readonly models: Map<string, Model>;
}

/**
 * Keeps the network and the compiled model of the last run, so that the next run with the same ones starts at once.
 * There is never more than one of either: they are the largest things in the process. Targets are remembered longer.
 */
export class WarmNetwork {
  readonly #engine: Engine;
  readonly #library: ModelLibrary;
  readonly #targets = new TargetCache();
  #warm: Warm | undefined;

  constructor(engine: Engine, library: ModelLibrary) {
    this.#engine = engine;
    this.#library = library;
  }

  /**
   * The network's weights; read only where they are not the ones of the last run.
   * @throws AppError `network-missing`, `weights-refused`
   */
  async open(id: NetworkId): Promise<OpenedNetwork> {
    if (this.#warm?.id === id && this.#warm.opened.variant === this.#variant(id)) return this.#warm.opened;
    await this.dispose();
    const opened = await this.#library.open(id);
    this.#warm = { id, opened, models: new Map() };
    return opened;
  }

  /**
   * The opened network with a pooling and a padding. Whoever borrows it may `dispose()` it, which gives it back.
   * @throws Error where no network is open
   */
  async borrow({ pooling, padding }: LoadOptions): Promise<Model> {
    const warm = this.#warm;
    if (warm === undefined) throw new Error('no network is open');
    const key = `${pooling} ${padding}`;
    for (const [other, model] of warm.models) {
      if (other === key) continue;
      await model.dispose();
      warm.models.delete(other);
    }
    let model = warm.models.get(key);
    if (model === undefined) {
      model = await this.#engine.load(warm.opened.network, { pooling, padding });
      warm.models.set(key, model);
    }
    return lent(this.#targets.around(model, `${warm.opened.checksum} ${key}`));
  }

  /** Opens a network and computes a thumbnail with it, so that everything that is lazy has happened. */
  async preload(id: NetworkId): Promise<void> {
    await this.time(id, [SMALLEST_SIDE_PX]);
  }

  /**
   * Opens a network and evaluates the objective that a new room has.
   *
   * @param sides of the square pictures, in pixels
   * @returns what an evaluation took, for each of them
   */
  async time(id: NetworkId, sides: readonly number[]): Promise<TrialEvaluation[]> {
    await this.open(id);
    const model = await this.borrow(OPTIONS_OF_MOST_RUNS);
    return trialEvaluations(model, networkTaps[id], sides);
  }

  async dispose(): Promise<void> {
    const models = this.#warm?.models.values() ?? [];
    this.#warm = undefined;
    for (const model of models) await model.dispose();
  }

  /** Which weights would be read now: another variant may have been downloaded since. */
  #variant(id: NetworkId): string | undefined {
    const state = this.#library.list().find((network) => network.id === id)?.state;
    return state?.kind === 'ready' ? state.variant : undefined;
  }
}

function lent(model: Model): Model {
  return { ...model, dispose: () => Promise.resolve() };
}
