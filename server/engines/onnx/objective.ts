import type * as ort from 'onnxruntime-node';
import type {
  Evaluation,
  Objective,
  ObjectiveSpec,
  ObjectiveTargets,
  TermName,
  Weights,
} from '../../style/engine';
import type { Size } from '../../style/image';
import type { Network, TapName } from '../../style/network';
import { termFactor } from '../../style/objective';
import { StyleError } from '../../style/style-error';
import { activationSize, findTap } from '../../style/taps';
import type { Tap } from '../../style/taps';
import { isFiniteVector } from '../../style/vector';
import { factorOf, GRADIENT, PIXELS, targetOf, weightOf } from './inputs';
import { floats, tensor } from './session';
import type { Lease } from './shared-session';

/** The compiled objective with its targets and weights at one size. */
export class OnnxObjective implements Objective {
  readonly #network: Network;
  readonly #size: Size;
  readonly #lease: Lease;
  readonly #terms: readonly TermName[];
  /** Targets, factors and weights: tensors that are made once and fed at every evaluation. */
  readonly #feeds: Record<string, ort.Tensor> = {};
  #weights: Weights = {};
  #disposed = false;

  constructor(network: Network, spec: ObjectiveSpec, size: Size, lease: Lease) {
    this.#network = network;
    this.#size = size;
    this.#lease = lease;
    this.#terms = [...termsOf('content', spec.content), ...termsOf('style', spec.style), 'tv'];
    this.retarget(spec);
    this.reweight(spec.weights);
  }

  async evaluate(pixels: Float32Array): Promise<Evaluation> {
    if (this.#disposed) throw new StyleError('disposed', 'the objective was disposed');
    const { width, height } = this.#size;
    if (pixels.length !== 3 * width * height) {
      throw new StyleError('bad-picture', `${pixels.length} values for ${width}×${height}`);
    }
    if (!isFiniteVector(pixels))
      throw new StyleError('non-finite', 'the picture has a value that is not finite');
    const weights = this.#weights;
    const results = await this.#lease.session.run({
      ...this.#feeds,
      [PIXELS]: tensor(pixels, [1, 3, height, width]),
    });
    const terms = {} as Record<TermName, number>;
    let loss = 0;
    for (const term of this.#terms) {
      terms[term] = floats(results[term])[0];
      loss += (weights[term] ?? 0) * terms[term];
    }
    return { loss, terms, gradient: floats(results[GRADIENT]) };
  }

  reweight(weights: Weights): void {
    for (const term of Object.keys(weights)) {
      if (!this.#terms.includes(term as TermName)) {
        throw new StyleError('unknown-tap', `the objective was compiled without the term "${term}"`);
      }
    }
    this.#weights = weights;
    for (const term of this.#terms) this.#feeds[weightOf(term)] = scalar(weights[term] ?? 0);
  }

  retarget({ content, style, form }: ObjectiveTargets): void {
    const replaced: Record<string, ort.Tensor> = {};
    const put = (
      kind: 'content' | 'style',
      tap: Tap,
      target: Float32Array | undefined,
      columns: number,
    ): void => {
      const term: TermName = `${kind}:${tap.name}`;
      const rows = tap.channels;
      if (target?.length !== rows * columns) {
        throw new StyleError(
          'bad-picture',
          `target of ${term}: ${target?.length} values, expected ${rows}×${columns}`,
        );
      }
      replaced[targetOf(term)] = tensor(target, [rows, columns]);
      replaced[factorOf(term)] = scalar(termFactor(form, kind, target));
    };
    for (const term of this.#terms) {
      if (term === 'tv') continue;
      const name = term.slice(term.indexOf(':') + 1);
      const tap = findTap(this.#network, name);
      const { width, height } = activationSize(tap, this.#size);
      if (term.startsWith('content:')) put('content', tap, content[name], width * height);
      else put('style', tap, style[name], tap.channels);
    }
    Object.assign(this.#feeds, replaced);
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    await this.#lease.release();
  }
}

function termsOf<Kind extends 'content' | 'style'>(
  kind: Kind,
  targets: Readonly<Record<TapName, Float32Array>>,
): TermName[] {
  return Object.keys(targets).map((tap): TermName => `${kind}:${tap}`);
}

function scalar(value: number): ort.Tensor {
  return tensor(Float32Array.of(value), []);
}
