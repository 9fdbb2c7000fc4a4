import type { Preprocessing, TapName } from '../style/network';

/** A network without its weights: what the weights must fit, and what an interface may offer before they are there. */
export interface Architecture {
  readonly preprocessing: Preprocessing;
  readonly operations: readonly (ConvolutionShape | { readonly kind: 'pooling' })[];
}

/** A 3×3 convolution whose weights are still to be read. */
export interface ConvolutionShape {
  readonly kind: 'convolution';
  readonly name: TapName;
  readonly inChannels: number;
  readonly outChannels: number;
}

/**
 * The VGG shape (Simonyan & Zisserman 2014, *Very Deep Convolutional Networks for Large-Scale Image Recognition*):
 * blocks of 3×3 convolutions with pooling between the blocks. No pooling follows the last block, since nothing can
 * be tapped behind it.
 *
 * @param blocks the output channels of each convolution, block by block: `[[64, 64], [128, 128], …]`. The
 *   convolutions are named as in Keras: `block1_conv1`, `block1_conv2`, …
 */
export function vggArchitecture(
  preprocessing: Preprocessing,
  blocks: readonly (readonly number[])[],
): Architecture {
  let inChannels = 3;
  const operations = blocks.flatMap((widths, block) => {
    const convolutions = widths.map((outChannels, index): ConvolutionShape => {
      const name = `block${block + 1}_conv${index + 1}`;
      const shape = { kind: 'convolution', name, inChannels, outChannels } as const;
      inChannels = outChannels;
      return shape;
    });
    return block === 0 ? convolutions : [{ kind: 'pooling' } as const, ...convolutions];
  });
  return { preprocessing, operations };
}

/** The convolutions of `architecture`, in the order in which they run. */
export function convolutionsOf(architecture: Architecture): ConvolutionShape[] {
  return architecture.operations.filter((operation) => operation.kind === 'convolution');
}
