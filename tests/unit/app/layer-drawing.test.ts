import { describe, expect, it } from 'vitest';
import { blockSize, drawNetwork } from '../../../app/_lib/layer-drawing';
import { networkIdSchema, networkTaps } from '../../../server/protocol/networks';

const layersOf = (network: 'vgg19' | 'compact') => drawNetwork(network).flatMap(({ layers }) => layers);
const layer = (network: 'vgg19' | 'compact', tap: string) =>
  layersOf(network).find((one) => one.tap === tap)!;

describe('the drawing of a network', () => {
  it.each(networkIdSchema.options)(
    'of %s offers exactly the layers that it has, in their order',
    (network) => {
      const offered = layersOf(network).filter((one) => one.offered);
      expect(offered.map(({ tap }) => tap)).toEqual(networkTaps[network].taps);
    },
  );

  it('of VGG-19 shows 16 convolutions in five blocks', () => {
    expect(drawNetwork('vgg19').map(({ layers }) => layers.length)).toEqual([2, 2, 4, 4, 4]);
  });

  it('of the compact network has the same shape, so that what it lacks shows as gaps', () => {
    expect(layersOf('compact').map(({ tap }) => tap)).toEqual(layersOf('vgg19').map(({ tap }) => tap));
    expect(layer('compact', 'block3_conv3').offered).toBe(false);
    expect(layer('compact', 'block5_conv1').offered).toBe(true);
  });

  it('names a layer within its block', () => {
    expect(layer('vgg19', 'block4_conv2').convolution).toBe('conv2');
  });

  // Worked out by hand: 3, 5 | 10, 14 | 24, 32, 40, 48 | 68, 84, … of VGG-19; blocks of two for the compact one.
  it.each([
    ['vgg19', 'block1_conv1', 3],
    ['vgg19', 'block1_conv2', 5],
    ['vgg19', 'block2_conv1', 10],
    ['vgg19', 'block3_conv4', 48],
    ['vgg19', 'block4_conv2', 84],
    ['vgg19', 'block5_conv1', 156],
    ['compact', 'block3_conv2', 32],
    ['compact', 'block4_conv1', 52],
  ] as const)('says of %s that a value of %s sees %i pixels a side', (network, tap, fieldPx) => {
    expect(layer(network, tap).fieldPx).toBe(fieldPx);
  });
});

describe('the size at which a block sees the picture', () => {
  it('is the picture’s own in the first, and half of it, rounded down, in each that follows', () => {
    expect([0, 1, 2, 3, 4].map((block) => blockSize(500, 4 / 3, block))).toEqual([
      { width: 500, height: 375 },
      { width: 250, height: 187 },
      { width: 125, height: 93 },
      { width: 62, height: 46 },
      { width: 31, height: 23 },
    ]);
  });

  it('has the long side upright in a picture that is higher than wide', () => {
    expect(blockSize(512, 1 / 2, 1)).toEqual({ width: 128, height: 256 });
  });

  it('is never less than a pixel', () => {
    expect(blockSize(64, 8, 4)).toEqual({ width: 4, height: 1 });
  });
});
