import type { ModelLibrary, OpenedNetwork } from '../models/library';
import { networkTaps, type NetworkId } from '../protocol/networks';
import type { Engine, Model } from '../style/engine';
import type { Pooling } from '../style/network';
import type { PlanarImage } from '../style/image';

const POOLING_OF_MOST_RUNS: Pooling = 'average';
/** The smallest picture of which every layer sees something. */
const TRIAL_SIDE_PX = 32;

interface Warm {
  readonly id: NetworkId;
  readonly opened: OpenedNetwork;
  readonly models: Map<Pooling, Model>;
}

/**
 * Keeps the network and the compiled model of the last run, so that the next run with the same ones starts at once.
 * There is never more than one of either: they are the largest things in the process.
 */
export class WarmNetwork {
  readonly #engine: Engine;
  readonly #library: ModelLibrary;
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
   * The opened network with a pooling. Whoever borrows it may `dispose()` it, which gives it back.
   * @throws Error where no network is open
   */
  async borrow(pooling: Pooling): Promise<Model> {
    const warm = this.#warm;
    if (warm === undefined) throw new Error('no network is open');
    for (const [other, model] of warm.models) {
      if (other === pooling) continue;
      await model.dispose();
      warm.models.delete(other);
    }
    let model = warm.models.get(pooling);
    if (model === undefined) {
      model = await this.#engine.load(warm.opened.network, { pooling, padding: 'zero' });
      warm.models.set(pooling, model);
    }
    return lent(model);
  }

  /** Opens a network and computes a thumbnail with it, so that everything that is lazy has happened. */
  async preload(id: NetworkId): Promise<void> {
    await this.open(id);
    const model = await this.borrow(POOLING_OF_MOST_RUNS);
    const { content, style } = networkTaps[id];
    const trial = grey(TRIAL_SIDE_PX);
    const { activations } = await model.targets(trial, { content: [content], style: [] });
    const { grams } = await model.targets(trial, { content: [], style });
    const weights = { [`content:${content}`]: 1 } as const;
    const objective = await model.objective({ content: activations, style: grams, weights }, trial);
    await objective.evaluate(trial.data);
    await objective.dispose();
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
  return {
    targets: (image, taps) => model.targets(image, taps),
    objective: (spec, size) => model.objective(spec, size),
    dispose: () => Promise.resolve(),
  };
}

function grey(side: number): PlanarImage {
  return { width: side, height: side, data: new Float32Array(3 * side * side).fill(0.5) };
}
