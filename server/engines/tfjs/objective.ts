import {
  dispose,
  tensor1d,
  tensor3d,
  tidy,
  valueAndGrad,
  type Tensor1D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import type {
  Evaluation,
  Objective,
  ObjectiveSpec,
  ObjectiveTargets,
  TermName,
  Weights,
} from '../../style/engine';
import type { Size } from '../../style/image';
import type { TapName } from '../../style/network';
import { StyleError } from '../../style/style-error';
import type { Backend } from './backends';
import { checkPixels } from './check-pixels';
import type { DeviceNetwork } from './device-network';
import { termsVector } from './ops/terms-vector';
import { totalVariation } from './ops/total-variation';
import { uploadTargets, type TargetTerm } from './target-tensors';

/** The objective at one size, with its targets on the device. */
export class TfjsObjective implements Objective {
  readonly #network: DeviceNetwork;
  readonly #size: Size;
  readonly #backend: Backend;
  readonly #onDispose: () => void;
  /** All but `tv`, which comes last. */
  readonly #tapTerms: readonly TermName[];
  readonly #taps: readonly TapName[];
  #targets: readonly TargetTerm[];
  #weights: readonly number[] = [];
  #disposed = false;

  constructor(
    network: DeviceNetwork,
    spec: ObjectiveSpec,
    size: Size,
    backend: Backend,
    onDispose: () => void,
  ) {
    this.#network = network;
    this.#size = size;
    this.#backend = backend;
    this.#onDispose = onDispose;
    this.#tapTerms = [
      ...Object.keys(spec.content).map((tap): TermName => `content:${tap}`),
      ...Object.keys(spec.style).map((tap): TermName => `style:${tap}`),
    ];
    this.#taps = [...Object.keys(spec.content), ...Object.keys(spec.style)];
    this.reweight(spec.weights);
    this.#targets = this.#upload(spec);
  }

  async evaluate(pixels: Float32Array): Promise<Evaluation> {
    if (this.#disposed) throw new StyleError('disposed', 'the objective was disposed');
    checkPixels(pixels, this.#size);
    const { width, height } = this.#size;
    const weights = this.#weights;
    await this.#backend.use();
    const { value, grad } = tidy(() =>
      // The gradient of the terms' vector times the weights is the gradient of the weighted sum.
      valueAndGrad((x) => this.#terms(x as Tensor3D))(
        tensor3d(pixels, [3, height, width]),
        tensor1d([...weights]),
      ),
    );
    try {
      const [values, gradient] = await Promise.all([value.data<'float32'>(), grad.data<'float32'>()]);
      const terms = {} as Record<TermName, number>;
      let loss = 0;
      [...this.#tapTerms, 'tv' as const].forEach((term, index) => {
        terms[term] = values[index];
        loss += weights[index] * values[index];
      });
      return { loss, terms, gradient };
    } finally {
      dispose([value, grad]);
    }
  }

  reweight(weights: Weights): void {
    const terms: readonly TermName[] = [...this.#tapTerms, 'tv'];
    for (const term of Object.keys(weights)) {
      if (!terms.includes(term as TermName)) {
        throw new StyleError('unknown-tap', `the objective was compiled without the term "${term}"`);
      }
    }
    this.#weights = terms.map((term) => weights[term] ?? 0);
  }

  retarget(targets: ObjectiveTargets): void {
    if (this.#disposed) throw new StyleError('disposed', 'the objective was disposed');
    const before = this.#targets;
    this.#targets = this.#upload(targets);
    dispose(before.map(({ target }) => target));
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    dispose(this.#targets.map(({ target }) => target));
    this.#onDispose();
  }

  #upload(targets: ObjectiveTargets): TargetTerm[] {
    return uploadTargets(this.#tapTerms, targets, this.#network.network, this.#size);
  }

  #terms(pixels: Tensor3D): Tensor1D {
    const activations = this.#network.activations(pixels, this.#taps);
    return termsVector([
      ...this.#targets.map(({ tap, loss }) => loss(activations.get(tap)!)),
      totalVariation(pixels),
    ]);
  }
}
