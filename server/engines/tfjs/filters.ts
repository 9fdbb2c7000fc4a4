import type { Convolution, Preprocessing } from '../../style/network';

/**
 * Reorders a convolution's `[out][in][3][3]` for tfjs. The preprocessing's scale and channel order are folded in where
 * it is the first convolution; its mean stays a subtraction, because zero padding comes after it.
 *
 * @returns the filter as `[3][3][in][out]`, and mirrored for the gradient: turned by 180°, as `[3][3][out][in]`
 */
export function layOutFilter(
  { weight, inChannels, outChannels }: Convolution,
  preprocessing?: Preprocessing,
): { filter: Float32Array; mirrored: Float32Array } {
  const filter = new Float32Array(weight.length);
  const mirrored = new Float32Array(weight.length);
  const scale = preprocessing?.scale ?? 1;
  const isReversed = preprocessing?.channels === 'BGR';
  for (let o = 0; o < outChannels; o += 1) {
    for (let i = 0; i < inChannels; i += 1) {
      const source = isReversed ? inChannels - 1 - i : i;
      for (let k = 0; k < 9; k += 1) {
        const value = weight[(o * inChannels + source) * 9 + k] * scale;
        filter[(k * inChannels + i) * outChannels + o] = value;
        mirrored[((8 - k) * outChannels + o) * inChannels + i] = value;
      }
    }
  }
  return { filter, mirrored };
}
