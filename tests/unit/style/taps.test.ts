import { describe, expect, it } from 'vitest';
import { activationSize, findTap, tapsOf, truncate, validateNetwork } from '../../../server/style/taps';
import { randomNetwork } from '../../support/random-network';

const network = randomNetwork();

describe('the taps of a network', () => {
  it('have the channels of their convolution and the poolings before them', () => {
    expect(tapsOf(network)).toEqual([
      { name: 'block1_conv1', channels: 4, poolings: 0 },
      { name: 'block1_conv2', channels: 5, poolings: 0 },
      { name: 'block2_conv1', channels: 6, poolings: 1 },
      { name: 'block3_conv1', channels: 7, poolings: 2 },
      { name: 'block3_conv2', channels: 6, poolings: 2 },
    ]);
  });

  it('shrink by half at each pooling and drop an odd rest', () => {
    expect(activationSize(findTap(network, 'block3_conv1'), { width: 15, height: 11 })).toEqual({
      width: 3,
      height: 2,
    });
  });

  it('say which layer is not there', () => {
    expect(() => findTap(network, 'block9_conv1')).toThrow(/random-7 has no layer "block9_conv1"/);
  });
});

describe('truncating a network', () => {
  it('keeps what the deepest tap needs, and nothing more', () => {
    expect(truncate(network, ['block2_conv1', 'block1_conv1']).operations).toHaveLength(4);
    expect(truncate(network, []).operations).toEqual([]);
    expect(() => truncate(network, ['nowhere'])).toThrow(expect.objectContaining({ code: 'unknown-tap' }));
  });
});

describe('validating a network', () => {
  const [first, ...others] = network.operations;
  if (first.kind !== 'convolution') throw new Error('the random network begins with a convolution');

  it('accepts one that fits together', () => {
    expect(() => validateNetwork(network)).not.toThrow();
  });

  it.each([
    ['no convolution', []],
    ['a short weight', [{ ...first, weight: first.weight.slice(1) }, ...others]],
    ['a short bias', [{ ...first, bias: first.bias.slice(1) }, ...others]],
    ['channels that do not fit', [first, ...others.slice(1)]],
    ['a name twice', [first, { ...first, inChannels: 4, weight: new Float32Array(4 * 4 * 9) }]],
    ['NaN', [{ ...first, bias: Float32Array.of(0, 0, NaN, 0) }, ...others]],
  ])('refuses one with %s', (_, operations) => {
    expect(() => validateNetwork({ ...network, operations })).toThrow(
      expect.objectContaining({ code: 'bad-network' }),
    );
  });
});
