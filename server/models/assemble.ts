import type { Convolution, Network } from '../style/network';
import type { Architecture, ConvolutionShape } from './architecture';
import { weightsRefused } from './refused';

/** What a weights file is read for. */
export interface ReadTarget {
  readonly id: string;
  readonly architecture: Architecture;
}

/** A tensor as a file has it. */
export interface StoredTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** The two tensors of one convolution, as a file has them. */
export interface StoredLayer {
  readonly weight: StoredTensor;
  readonly bias: StoredTensor;
}

/** The order of a kernel's axes: OIHW as in PyTorch, HWIO as in TensorFlow. */
export type KernelLayout = 'OIHW' | 'HWIO';

/**
 * Puts a network together from what a file holds, with all kernels in OIHW. Layers that the architecture does not
 * have (a classifier's, say) are not asked for.
 *
 * @param layer the tensors of a convolution; throws `AppError` where the file lacks them
 * @throws AppError `weights-refused` where a shape is wrong or a value is not finite
 */
export function assembleNetwork(
  target: ReadTarget,
  path: string,
  layout: KernelLayout,
  layer: (name: string) => StoredLayer,
): Network {
  const operations = target.architecture.operations.map((operation) =>
    operation.kind === 'pooling'
      ? operation
      : assembleConvolution(operation, path, layout, layer(operation.name)),
  );
  return { id: target.id, preprocessing: target.architecture.preprocessing, operations };
}

function assembleConvolution(
  shape: ConvolutionShape,
  path: string,
  layout: KernelLayout,
  stored: StoredLayer,
): Convolution {
  const { name, inChannels, outChannels } = shape;
  const kernelShape = layout === 'OIHW' ? [outChannels, inChannels, 3, 3] : [3, 3, inChannels, outChannels];
  check(path, `the kernel of ${name}`, stored.weight, kernelShape);
  check(path, `the bias of ${name}`, stored.bias, [outChannels]);
  const weight =
    layout === 'OIHW' ? stored.weight.data : hwioToOihw(stored.weight.data, inChannels, outChannels);
  return { kind: 'convolution', name, inChannels, outChannels, weight, bias: stored.bias.data };
}

function check(path: string, what: string, tensor: StoredTensor, expected: readonly number[]): void {
  const same =
    tensor.shape.length === expected.length && tensor.shape.every((n, axis) => n === expected[axis]);
  if (!same) {
    throw weightsRefused(path, `has a wrong shape for ${what}: [${tensor.shape}] in place of [${expected}]`);
  }
  const count = expected.reduce((product, n) => product * n, 1);
  if (tensor.data.length !== count) {
    throw weightsRefused(path, `has ${tensor.data.length} values in place of ${count} for ${what}`);
  }
  if (!tensor.data.every(Number.isFinite)) {
    throw weightsRefused(path, `has a value that is not a number in ${what}`);
  }
}

/** `[3][3][I][O]` → `[O][I][3][3]`. */
function hwioToOihw(data: Float32Array, inChannels: number, outChannels: number): Float32Array {
  const result = new Float32Array(data.length);
  let from = 0;
  for (let position = 0; position < 9; position++) {
    for (let i = 0; i < inChannels; i++) {
      for (let o = 0; o < outChannels; o++) {
        result[(o * inChannels + i) * 9 + position] = data[from++];
      }
    }
  }
  return result;
}
