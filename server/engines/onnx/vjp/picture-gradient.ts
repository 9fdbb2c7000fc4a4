import type { Convolution } from '../../../style/network';
import type { GraphBuilder, Value } from '../graph';

/**
 * The adjoint of a convolution that reads a picture: for its few channels, at a third of what a 3×3 convolution costs.
 *
 * The runtime computes 16 channels where 3 are wanted. So here the convolution sums along columns only, and each of a
 * filter's three columns gives a channel of its own: nine. Shifted to their columns' places, three each make up the
 * gradient of a channel. The padding at the sides gives these sums a margin of zeros to be shifted in.
 *
 * @param filter the adjoint's, `[in][out][3][3]`
 * @param pads of the 3×3 convolution that this stands for: top, left, bottom, right
 */
export function pictureGradient(
  graph: GraphBuilder,
  gradient: Value,
  { name, inChannels, outChannels }: Convolution,
  filter: Float32Array,
  pads: readonly number[],
): Value {
  const columns = byColumn(filter, inChannels, outChannels);
  const weight = graph.weights(`${name} adjoint`, [3 * inChannels, outChannels, 3, 1], columns);
  const sums = graph.node('Conv', [gradient, weight], { kernel_shape: [3, 1], pads });
  const [left, middle, right] = [0, 1, 2].map((column) =>
    graph.node('Slice', [
      sums,
      graph.integers(column * inChannels, column),
      graph.integers((column + 1) * inChannels, column < 2 ? column - 2 : Number.MAX_SAFE_INTEGER),
      graph.integers(1, 3),
    ]),
  );
  return graph.node('Add', [graph.node('Add', [left, middle]), right]);
}

/** `[in][out][3][3]` → `[3][in][out][3]`: the filters' columns, the first ones of all, then the second ones, … */
function byColumn(filter: Float32Array, inChannels: number, outChannels: number): Float32Array {
  const rows = inChannels * outChannels * 3;
  return Float32Array.from(
    { length: filter.length },
    (_, i) => filter[(i % rows) * 3 + Math.floor(i / rows)],
  );
}
