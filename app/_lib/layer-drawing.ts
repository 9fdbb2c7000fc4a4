import { networkIdSchema, networkTaps, type NetworkId } from '../../server/protocol/networks';

export const blockNames = ['block1', 'block2', 'block3', 'block4', 'block5'] as const;
export type BlockName = (typeof blockNames)[number];

/** One convolution of the drawing. */
export interface DrawnLayer {
  /** The whole name, `block4_conv2`. */
  readonly tap: string;
  /** Its place in the block, `conv2`. */
  readonly convolution: string;
  /** False where another network has it, and this one does not. */
  readonly offered: boolean;
  /** Side of the square of the picture that one of its values depends on, in pixels; 0 where it is not offered. */
  readonly fieldPx: number;
}

/** Convolutions that see the picture at one size; between two blocks it is halved. */
export interface DrawnBlock {
  readonly name: BlockName;
  /** Of each of its layers. */
  readonly channels: number;
  readonly layers: readonly DrawnLayer[];
}

const everyTap = [...new Set(networkIdSchema.options.flatMap((id) => networkTaps[id].taps))].sort();
const blockOf = (tap: string) => tap.split('_')[0];

/**
 * A network as it is drawn: all layers that any network has, first to last, so that what a smaller one lacks shows as
 * a gap.
 */
export function drawNetwork(network: NetworkId): readonly DrawnBlock[] {
  const { taps, channels } = networkTaps[network];
  const fields = receptiveFields(taps);
  return blockNames.map((name, index) => ({
    name,
    channels: channels[index]!,
    layers: everyTap
      .filter((tap) => blockOf(tap) === name)
      .map((tap) => ({
        tap,
        convolution: tap.slice(name.length + 1),
        offered: taps.includes(tap),
        fieldPx: fields.get(tap) ?? 0,
      })),
  }));
}

/** A 3×3 convolution sees one more of its inputs on every side, and a 2×2 pooling makes each of them twice as far apart. */
function receptiveFields(taps: readonly string[]): Map<string, number> {
  let field = 1;
  let stride = 1;
  let block = taps[0] && blockOf(taps[0]);
  return new Map(
    taps.map((tap) => {
      if (blockOf(tap) !== block) {
        block = blockOf(tap);
        field += stride;
        stride *= 2;
      }
      field += 2 * stride;
      return [tap, field];
    }),
  );
}

/**
 * The size at which a block sees the picture, without its margin.
 * @param side long side of the picture, in pixels
 * @param aspect its width by its height
 * @param block 0 … 4
 */
export function blockSize(side: number, aspect: number, block: number): { width: number; height: number } {
  const halved = (length: number) => Math.max(1, Math.floor(Math.round(length) / 2 ** block));
  return { width: halved(side * Math.min(1, aspect)), height: halved(side / Math.max(1, aspect)) };
}
