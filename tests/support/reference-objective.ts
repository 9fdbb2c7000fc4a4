import type { LoadOptions, Padding, TermName, Weights } from '../../server/style/engine';
import type { PlanarImage } from '../../server/style/image';
import type { Convolution, Network, Pooling } from '../../server/style/network';
import type { ObjectiveForm } from '../../server/style/objective-form';

/*
 * The objective once more, in float64, with plain loops and reverse-mode differentiation by hand: small and slow, and
 * sharing no code with what it checks. It is itself checked by finite differences.
 */

interface Tensor {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly data: Float64Array;
}

export interface ReferenceEvaluation {
  readonly loss: number;
  readonly terms: Record<TermName, number>;
  readonly gradient: Float64Array;
}

export interface ReferenceProblem extends ReferenceOptions {
  readonly network: Network;
  readonly content: PlanarImage;
  readonly style: PlanarImage;
  readonly weights: Weights;
  /** `relative` if left out. */
  readonly form?: ObjectiveForm;
}

/** How the network is computed; the padding is `zero` if left out. */
export type ReferenceOptions = Pick<LoadOptions, 'pooling'> & Partial<LoadOptions>;

/** The function of the picture that the settings in `problem` define. */
export function referenceObjective(problem: ReferenceProblem): (image: PlanarImage) => ReferenceEvaluation {
  const { network, weights, form = 'relative' } = problem;
  const contentTaps = activations(network, problem, problem.content);
  const styleTaps = activations(network, problem, problem.style);
  return (image) => {
    const tape = forward(network, problem, image);
    const terms = {} as Record<TermName, number>;
    const seeds = new Map<string, Float64Array>();
    const seedFor = (tap: string, length: number): Float64Array => {
      const seed = seeds.get(tap) ?? new Float64Array(length);
      seeds.set(tap, seed);
      return seed;
    };
    for (const term of Object.keys(weights) as TermName[]) {
      const weight = weights[term]!;
      if (term === 'tv') continue;
      const tap = term.slice(term.indexOf(':') + 1);
      const here = tape.taps.get(tap)!;
      const seed = seedFor(tap, here.data.length);
      terms[term] = term.startsWith('content:')
        ? contentTerm(here, contentTaps.get(tap)!, form, weight, seed)
        : styleTerm(here, styleTaps.get(tap)!, form, weight, seed);
    }
    const gradient = tape.backward(seeds);
    terms.tv = variationTerm(image, weights.tv ?? 0, gradient);
    let loss = 0;
    for (const [term, value] of Object.entries(terms)) loss += (weights[term as TermName] ?? 0) * value;
    return { loss, terms, gradient };
  };
}

/** The raw Gram matrix `F Fᵀ / (H·W)` of a tap, for tests of targets. */
export function referenceGram(
  network: Network,
  options: ReferenceOptions,
  image: PlanarImage,
  tap: string,
): Float64Array {
  return gramOf(activations(network, options, image).get(tap)!);
}

/** A tap's activation, `[C][H·W]`, for tests of targets. */
export function referenceActivation(
  network: Network,
  options: ReferenceOptions,
  image: PlanarImage,
  tap: string,
): Float64Array {
  return activations(network, options, image).get(tap)!.data;
}

function activations(network: Network, options: ReferenceOptions, image: PlanarImage): Map<string, Tensor> {
  return forward(network, options, image).taps;
}

interface Tape {
  readonly taps: Map<string, Tensor>;
  /** From gradients at taps to the gradient at the pixels. */
  backward(seeds: ReadonlyMap<string, Float64Array>): Float64Array;
}

function forward(
  network: Network,
  { pooling, padding = 'zero' }: ReferenceOptions,
  image: PlanarImage,
): Tape {
  const { scale, mean, channels } = network.preprocessing;
  const order = channels === 'BGR' ? [2, 1, 0] : [0, 1, 2];
  const pixels = image.width * image.height;
  const input = new Float64Array(3 * pixels);
  order.forEach((source, c) => {
    for (let i = 0; i < pixels; i += 1)
      input[c * pixels + i] = image.data[source * pixels + i] * scale - mean[source];
  });
  let value: Tensor = { channels: 3, height: image.height, width: image.width, data: input };
  const taps = new Map<string, Tensor>();
  const steps: { tap?: string; back(gradient: Float64Array): Float64Array }[] = [];
  for (const operation of network.operations) {
    if (operation.kind === 'pooling') {
      const { output, back } = pool(value, pooling);
      steps.push({ back });
      value = output;
    } else {
      const { output, back } = convolveAndRectify(value, operation, taps.size === 0 ? padding : 'zero');
      steps.push({ tap: operation.name, back });
      taps.set(operation.name, output);
      value = output;
    }
  }
  const size = value.data.length;
  return {
    taps,
    backward(seeds) {
      let gradient: Float64Array = new Float64Array(size);
      for (const { tap, back } of [...steps].reverse()) {
        const seed = tap === undefined ? undefined : seeds.get(tap);
        if (seed !== undefined) gradient = gradient.map((g, i) => g + seed[i]);
        gradient = back(gradient);
      }
      const rgb = new Float64Array(3 * pixels);
      order.forEach((source, c) => {
        for (let i = 0; i < pixels; i += 1) rgb[source * pixels + i] = gradient[c * pixels + i] * scale;
      });
      return rgb;
    },
  };
}

function convolveAndRectify(
  x: Tensor,
  layer: Convolution,
  padding: Padding,
): { output: Tensor; back(g: Float64Array): Float64Array } {
  const { height, width } = x;
  const output = new Float64Array(layer.outChannels * height * width);
  /** Which pixel is read where the filter asks for the one at `position`; none where it is a zero beyond the border. */
  const inside = (position: number, length: number): number | undefined => {
    const nearest = Math.min(Math.max(position, 0), length - 1);
    return padding === 'replicate' || nearest === position ? nearest : undefined;
  };
  /** Calls `visit` for every product in the sum that one convolution is. */
  const products = (visit: (out: number, from: number, weight: number) => void): void => {
    for (let o = 0; o < layer.outChannels; o += 1) {
      for (let i = 0; i < layer.inChannels; i += 1) {
        for (let dy = -1; dy <= 1; dy += 1) {
          for (let dx = -1; dx <= 1; dx += 1) {
            const weight = layer.weight[((o * layer.inChannels + i) * 3 + dy + 1) * 3 + dx + 1];
            for (let y = 0; y < height; y += 1) {
              for (let column = 0; column < width; column += 1) {
                const row = inside(y + dy, height);
                const from = inside(column + dx, width);
                if (row === undefined || from === undefined) continue;
                visit((o * height + y) * width + column, (i * height + row) * width + from, weight);
              }
            }
          }
        }
      }
    }
  };
  products((out, from, weight) => (output[out] += weight * x.data[from]));
  for (let k = 0; k < output.length; k += 1) {
    output[k] = Math.max(0, output[k] + layer.bias[Math.floor(k / (height * width))]);
  }
  return {
    output: { channels: layer.outChannels, height, width, data: output },
    back(gradient) {
      const result = new Float64Array(x.data.length);
      products((out, from, weight) => {
        if (output[out] > 0) result[from] += weight * gradient[out];
      });
      return result;
    },
  };
}

function pool(x: Tensor, pooling: Pooling): { output: Tensor; back(g: Float64Array): Float64Array } {
  const height = x.height >> 1;
  const width = x.width >> 1;
  const output = new Float64Array(x.channels * height * width);
  /** What each pixel of a window adds to its result. */
  const share = pooling === 'scaled-average' ? 1 / 2 : 1 / 4;
  /** The four pixels of a window, in reading order. */
  const windowOf = (k: number): number[] => {
    const column = k % width;
    const row = Math.floor(k / width) % height;
    const corner = (Math.floor(k / (width * height)) * x.height + 2 * row) * x.width + 2 * column;
    return [corner, corner + 1, corner + x.width, corner + x.width + 1];
  };
  const winner = (k: number): number =>
    windowOf(k).reduce((best, i) => (x.data[i] > x.data[best] ? i : best));
  for (let k = 0; k < output.length; k += 1) {
    output[k] =
      pooling === 'max' ? x.data[winner(k)] : windowOf(k).reduce((sum, i) => sum + x.data[i], 0) * share;
  }
  return {
    output: { channels: x.channels, height, width, data: output },
    back(gradient) {
      const result = new Float64Array(x.data.length);
      gradient.forEach((g, k) => {
        if (pooling === 'max') result[winner(k)] += g;
        else for (const i of windowOf(k)) result[i] += g * share;
      });
      return result;
    },
  };
}

function contentTerm(
  here: Tensor,
  target: Tensor,
  form: ObjectiveForm,
  weight: number,
  seed: Float64Array,
): number {
  const norm = form === 'relative' ? flooredNorm(target.data) : target.data.length;
  let sum = 0;
  here.data.forEach((f, i) => {
    const d = f - target.data[i];
    sum += d * d;
    seed[i] += (2 * weight * d) / norm;
  });
  return sum / norm;
}

function styleTerm(
  here: Tensor,
  style: Tensor,
  form: ObjectiveForm,
  weight: number,
  seed: Float64Array,
): number {
  const gram = gramOf(here);
  const target = gramOf(style);
  const pixels = here.width * here.height;
  const { channels } = here;
  const norm = form === 'relative' ? flooredNorm(target) : 4 * channels ** 2;
  let sum = 0;
  for (let i = 0; i < channels; i += 1) {
    for (let j = 0; j < channels; j += 1) {
      const d = gram[i * channels + j] - target[i * channels + j];
      sum += d * d;
      // G_ij = Σ_p F_ip F_jp / HW: each entry depends on two rows of F.
      const dg = (2 * weight * d) / norm / pixels;
      for (let p = 0; p < pixels; p += 1) {
        seed[i * pixels + p] += dg * here.data[j * pixels + p];
        seed[j * pixels + p] += dg * here.data[i * pixels + p];
      }
    }
  }
  return sum / norm;
}

function gramOf({ channels, width, height, data }: Tensor): Float64Array {
  const pixels = width * height;
  const gram = new Float64Array(channels * channels);
  for (let i = 0; i < channels; i += 1) {
    for (let j = 0; j < channels; j += 1) {
      let sum = 0;
      for (let p = 0; p < pixels; p += 1) sum += data[i * pixels + p] * data[j * pixels + p];
      gram[i * channels + j] = sum / pixels;
    }
  }
  return gram;
}

function variationTerm({ width, height, data }: PlanarImage, weight: number, gradient: Float64Array): number {
  let across = 0;
  let down = 0;
  const acrossCount = 3 * height * (width - 1);
  const downCount = 3 * (height - 1) * width;
  for (let k = 0; k < data.length; k += 1) {
    if (k % width < width - 1) {
      const d = data[k + 1] - data[k];
      across += d * d;
      gradient[k + 1] += (2 * weight * d) / acrossCount;
      gradient[k] -= (2 * weight * d) / acrossCount;
    }
    if (Math.floor(k / width) % height < height - 1) {
      const d = data[k + width] - data[k];
      down += d * d;
      gradient[k + width] += (2 * weight * d) / downCount;
      gradient[k] -= (2 * weight * d) / downCount;
    }
  }
  return across / acrossCount + down / downCount;
}

function flooredNorm(target: Float64Array): number {
  const sum = target.reduce((total, value) => total + value * value, 0);
  return Math.max(sum, 1e-6 * target.length);
}
