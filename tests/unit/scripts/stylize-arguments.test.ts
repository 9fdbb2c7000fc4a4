import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../scripts/stylize/arguments';
import { defaultSettings } from '../../../server/protocol/settings';

const pictures = ['--content', 'photo.jpg', '--style', 'wave.png'];
const parse = (...args: string[]) => parseArguments(args, () => 'compact');

describe('the arguments of npm run stylize', () => {
  test('without any flag the settings are those of a new room', () => {
    expect(parse(...pictures)).toEqual({
      content: 'photo.jpg',
      styles: ['wave.png'],
      styleBlend: [1],
      settings: defaultSettings('compact'),
      out: 'out.png',
      json: false,
    });
  });

  test('every flag sets what it says', () => {
    const flags =
      '--style scream.jpg --style-weights 3,0.5 --size 256 --iterations 40 --content-weight 0 --style-weight 2.5 ' +
      '--tv-weight 1e-1 --content-layers block5_conv2 --style-layers block1_conv2,block3_conv4 --pooling max ' +
      '--network vgg19 --seed 12 --out /tmp/a.png --json';
    expect(parse(...pictures, ...flags.split(' '))).toEqual({
      content: 'photo.jpg',
      styles: ['wave.png', 'scream.jpg'],
      styleBlend: [3, 0.5],
      settings: {
        contentWeight: 0,
        styleWeight: 2.5,
        tvWeight: 0.1,
        iterations: 40,
        size: 256,
        contentLayers: { block5_conv2: 1 },
        styleLayers: { block1_conv2: 1, block3_conv4: 1 },
        styleBlend: {},
        pooling: 'max',
        seed: 12,
        network: 'vgg19',
      },
      out: '/tmp/a.png',
      json: true,
    });
  });

  test('the default network is asked for only where none is named', () => {
    const settings = parseArguments([...pictures, '--network', 'vgg19'], () => {
      throw new Error('asked');
    });
    expect(settings).toMatchObject({ settings: { network: 'vgg19' } });
  });

  test.each(['--help', '-h'])('%s asks for help, whatever else is wrong', (flag) => {
    expect(parse(flag)).toBe('help');
  });

  test.each([
    ['no photograph', pictures.slice(2), /^--content: name the photograph/],
    ['no style picture', pictures.slice(0, 2), /^--style: name at least one/],
    ['an unknown flag', [...pictures, '--speed', '9'], /Unknown option '--speed'/],
    ['a stray word', [...pictures, 'please'], /'please'/],
    ['a flag without its value', [...pictures, '--size'], /--size/],
    [
      'a size that is no number',
      [...pictures, '--size', 'big'],
      /^--size: must be a whole number from 64 to 2048/,
    ],
    ['an empty size', [...pictures, '--size', ''], /^--size: must be a whole number/],
    ['too large a size', [...pictures, '--size', '4096'], /^--size: must be a whole number from 64 to 2048/],
    ['no iterations', [...pictures, '--iterations', '0'], /^--iterations: must be a whole number from 1/],
    [
      'a negative weight',
      [...pictures, '--content-weight=-1'],
      /^--content-weight: must be 0 \(off\) or between/,
    ],
    ['a weight that is no number', [...pictures, '--style-weight', 'much'], /^--style-weight: /],
    ['too large a weight', [...pictures, '--tv-weight', '101'], /^--tv-weight: must be 0 \(off\) or between/],
    ['half a seed', [...pictures, '--seed', '0.5'], /^--seed: must be a whole number/],
    ['an unknown pooling', [...pictures, '--pooling', 'mean'], /^--pooling: .*average/],
    [
      'an unknown network',
      [...pictures, '--network', 'vgg16'],
      /^--network: there is no "vgg16", but vgg19 and compact/,
    ],
    [
      'an unknown layer',
      [...pictures, '--style-layers', 'block1_conv1,conv2'],
      /^--style-layers: compact has no layer "conv2"/,
    ],
    [
      'a layer of another network',
      [...pictures, '--content-layers', 'block5_conv2'],
      /^--content-layers: compact has no/,
    ],
    [
      'too many style weights',
      [...pictures, '--style-weights', '1,2'],
      /^--style-weights: needs one weight for each of the 1/,
    ],
    [
      'a style weight that is no number',
      [...pictures, '--style-weights', 'x'],
      /^--style-weights: each must be between/,
    ],
    [
      'style weights of nothing',
      [...pictures, '--style-weights', '0'],
      /^--style-weights: at least one must be above 0/,
    ],
    ['a result that is no PNG', [...pictures, '--out', 'out.jpg'], /^--out: the result is a PNG/],
  ])('%s is a mistake that is told in one line', (_, args, words) => {
    expect(() => parse(...args)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(words) }),
    );
    expect(() => parse(...args)).not.toThrow(/\n/);
  });
});
