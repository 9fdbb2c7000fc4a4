import type { LoadOptions, Model, Objective, ObjectiveSpec, TargetTaps, Targets } from '../../style/engine';
import type { PlanarImage, Size } from '../../style/image';
import type { Network, TapName } from '../../style/network';
import { StyleError } from '../../style/style-error';
import { isFiniteVector } from '../../style/vector';
import { PIXELS, targetOf } from './inputs';
import { objectiveGraph } from './objective-graph';
import { OnnxObjective } from './objective';
import { restsOf } from './rests';
import { floats, openSession, tensor } from './session';
import type { SessionOptions } from './session';
import { SharedSession } from './shared-session';
import { targetsGraph } from './targets-graph';

/**
 * A network as up to two sessions: one that computes targets, one that is the objective, each for the taps that were
 * asked for last. Both take pictures of any size; only where a scale's poolings drop other rows or columns than the
 * last one's does it need another objective, which {@link OnnxModel.prepare} opens ahead.
 */
export class OnnxModel implements Model {
  readonly #network: Network;
  readonly #options: LoadOptions;
  readonly #onDispose: () => void;
  readonly #extractor: SharedSession;
  readonly #objective: SharedSession;
  #disposed = false;

  constructor(network: Network, options: LoadOptions, sessionOptions: SessionOptions, onDispose: () => void) {
    this.#network = network;
    this.#options = options;
    this.#onDispose = onDispose;
    this.#extractor = new SharedSession((graph) => openSession(graph, 'returned', sessionOptions));
    this.#objective = new SharedSession((graph) => openSession(graph, 'kept', sessionOptions));
  }

  async targets(image: PlanarImage, taps: TargetTaps): Promise<Targets> {
    this.#assertUsable();
    if (image.data.length !== 3 * image.width * image.height) {
      throw new StyleError('bad-picture', `${image.data.length} values for ${image.width}×${image.height}`);
    }
    if (!isFiniteVector(image.data))
      throw new StyleError('non-finite', 'the picture has a value that is not finite');
    if (taps.content.length === 0 && taps.style.length === 0) return { activations: {}, grams: {} };
    const { session, release } = await this.#extractor.acquire(keyOf(taps), () =>
      targetsGraph(this.#network, taps, this.#options),
    );
    try {
      const results = await session.run({ [PIXELS]: tensor(image.data, [1, 3, image.height, image.width]) });
      const pick = (kind: 'content' | 'style', names: readonly TapName[]): Record<TapName, Float32Array> =>
        Object.fromEntries(names.map((name) => [name, floats(results[targetOf(`${kind}:${name}`)])]));
      return { activations: pick('content', taps.content), grams: pick('style', taps.style) };
    } finally {
      await release();
    }
  }

  async objective(spec: ObjectiveSpec, size: Size): Promise<Objective> {
    this.#assertUsable();
    const { key, graph } = this.#compilation(
      { content: Object.keys(spec.content), style: Object.keys(spec.style) },
      size,
    );
    const shared = await this.#objective.acquire(key, graph);
    try {
      return new OnnxObjective(this.#network, spec, size, shared);
    } catch (error) {
      await shared.release();
      throw error;
    }
  }

  async prepare(taps: TargetTaps, size: Size): Promise<void> {
    this.#assertUsable();
    const { key, graph } = this.#compilation(taps, size);
    await this.#objective.openAhead(key, graph);
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    await this.#extractor.dispose();
    await this.#objective.dispose();
    this.#onDispose();
  }

  #compilation(taps: TargetTaps, size: Size): { key: string; graph: () => Uint8Array } {
    const rests = restsOf(this.#network, size);
    return {
      key: `${keyOf(taps)} ${JSON.stringify(rests)}`,
      graph: () => objectiveGraph(this.#network, taps, this.#options, rests),
    };
  }

  #assertUsable(): void {
    if (this.#disposed) throw new StyleError('disposed', 'the model was disposed');
  }
}

function keyOf(taps: TargetTaps): string {
  return JSON.stringify([[...taps.content].sort(), [...taps.style].sort()]);
}
