import { tensor2d, tensor3d, tidy, type Scalar, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core';
import type { ObjectiveTargets, TermName } from '../../style/engine';
import type { Size } from '../../style/image';
import type { Network, TapName } from '../../style/network';
import { termFactor } from '../../style/objective';
import { StyleError } from '../../style/style-error';
import { activationSize, findTap, type Tap } from '../../style/taps';
import { contentLoss } from './ops/content-loss';
import { toChannelsLast } from './ops/layout';
import { styleLoss } from './ops/style-loss';

/** One content or style term: the tap that it reads, and its target on the device. */
export interface TargetTerm {
  readonly name: TermName;
  readonly tap: TapName;
  readonly target: Tensor2D | Tensor4D;
  readonly loss: (activation: Tensor4D) => Scalar;
}

/**
 * Puts targets on the device; whoever calls disposes each term's `target`.
 *
 * @param terms the names of content and style terms, in the order of the result
 * @throws StyleError `unknown-tap` where a tap is not in the network, `bad-picture` where a target is missing or has the
 *   wrong length; nothing is on the device then
 */
export function uploadTargets(
  terms: readonly TermName[],
  { content, style, form }: ObjectiveTargets,
  network: Network,
  size: Size,
): TargetTerm[] {
  const checked = terms.map((name) => {
    const kind = name.startsWith('content:') ? 'content' : 'style';
    const tap = findTap(network, name.slice(kind.length + 1));
    const { width, height } = activationSize(tap, size);
    const columns = kind === 'content' ? width * height : tap.channels;
    const data: Float32Array | undefined = (kind === 'content' ? content : style)[tap.name];
    if (data?.length !== tap.channels * columns) {
      throw new StyleError(
        'bad-picture',
        `target of ${name}: ${data?.length} values, expected ${tap.channels}×${columns}`,
      );
    }
    return { name, kind, tap, data, factor: termFactor(form, kind, data) };
  });
  return checked.map(({ name, kind, tap, data, factor }): TargetTerm => {
    if (kind === 'style') {
      const target = tensor2d(data, [tap.channels, tap.channels]);
      return { name, tap: tap.name, target, loss: (activation) => styleLoss(activation, target, factor) };
    }
    const target = contentTarget(data, tap, size);
    return { name, tap: tap.name, target, loss: (activation) => contentLoss(activation, target, factor) };
  });
}

function contentTarget(data: Float32Array, tap: Tap, size: Size): Tensor4D {
  const { width, height } = activationSize(tap, size);
  return tidy(() => toChannelsLast(tensor3d(data, [tap.channels, height, width])));
}
