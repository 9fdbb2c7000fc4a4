import { sumOfSquares } from './vector';

/** How much each kind of term has of a whole, 0–1; they sum to 1, or are all 0 where there is nothing to share. */
export interface KindShares {
  readonly content: number;
  readonly style: number;
  readonly tv: number;
}

/**
 * Each kind's share of the gradient: `‖g_kind‖ / Σ ‖g‖`.
 *
 * @param total `∂L/∂x`, with all terms
 * @param content that of the weighted content terms alone
 * @param tv that of the weighted total variation alone; what remains of `total` is the style's
 */
export function gradientShares(total: Float32Array, content: Float32Array, tv: Float32Array): KindShares {
  let style = 0;
  for (let i = 0; i < total.length; i += 1) style += (total[i] - content[i] - tv[i]) ** 2;
  return shared({
    content: Math.sqrt(sumOfSquares(content)),
    style: Math.sqrt(style),
    tv: Math.sqrt(sumOfSquares(tv)),
  });
}

function shared({ content, style, tv }: KindShares): KindShares {
  const sum = content + style + tv;
  return sum > 0 ? { content: content / sum, style: style / sum, tv: tv / sum } : { content, style, tv };
}
