import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../scripts/evaluate/arguments';

const pictures = ['--content', 'photo.png', '--style', 'wave.png', '--image', 'now.png'];
const parse = (...args: string[]) => parseArguments(args, () => 'compact');

describe('the arguments of npm run evaluate', () => {
  test('without any flag the layers are those of a new room', () => {
    expect(parse(...pictures)).toEqual({
      content: 'photo.png',
      styles: ['wave.png'],
      image: 'now.png',
      network: 'compact',
      engine: undefined,
      question: {
        contentLayers: ['block4_conv2'],
        styleLayers: ['block1_conv1', 'block2_conv1', 'block3_conv1', 'block4_conv1', 'block5_conv1'],
        styleBlend: [1],
        pooling: 'average',
        form: 'relative',
        only: undefined,
      },
      gradient: undefined,
      json: false,
    });
  });

  test('every flag sets what it says', () => {
    const flags =
      '--style scream.jpg --style-weights 3,0.5 --content-layers block5_conv2,block4_conv1 --style-layers block3_conv4 ' +
      '--pooling max --form classic --network vgg19 --engine onnx --gradient g.f32 --only style:block3_conv4 --json';
    expect(parse(...pictures, ...flags.split(' '))).toEqual({
      content: 'photo.png',
      styles: ['wave.png', 'scream.jpg'],
      image: 'now.png',
      network: 'vgg19',
      engine: 'onnx',
      question: {
        contentLayers: ['block5_conv2', 'block4_conv1'],
        styleLayers: ['block3_conv4'],
        styleBlend: [3, 0.5],
        pooling: 'max',
        form: 'classic',
        only: 'style:block3_conv4',
      },
      gradient: 'g.f32',
      json: true,
    });
  });

  test.each(['tv', 'content:block4_conv2', 'style:block5_conv1'])('--only takes the term %s', (term) => {
    expect(parse(...pictures, '--only', term)).toMatchObject({ question: { only: term } });
  });

  test.each(['--help', '-h'])('%s asks for help, whatever else is missing', (flag) => {
    expect(parse(flag)).toBe('help');
  });

  test.each([
    ['no photograph', pictures.slice(2), /^--content: name the photograph/],
    ['no style picture', [...pictures.slice(0, 2), ...pictures.slice(4)], /^--style: name at least one/],
    ['no picture to evaluate', pictures.slice(0, 4), /^--image: name the picture/],
    ['an unknown flag', [...pictures, '--size', '9'], /^--size: there is no such option\. Try --help$/],
    ['a flag without its value', [...pictures, '--only'], /^--only: argument missing\. Try --help$/],
    [
      'a flag in place of a value',
      [...pictures, '--only', '--json'],
      /^--only: argument is ambiguous\. Try --help$/,
    ],
    ['a value where none is taken', [...pictures, '--help=now'], /^--help: does not take an argument\. Try/],
    ['a word that is no flag', [...pictures, 'quickly'], /^Unexpected argument 'quickly'\. Try --help$/],
    [
      'a term of a layer that is not read',
      [...pictures, '--only', 'style:block1_conv2'],
      /^--only: there is no "style:block1_conv2", but style:block1_conv1, .* and tv$/,
    ],
    ['an unknown form', [...pictures, '--form', 'modern'], /^--form: .*relative and classic/],
    [
      'pooling that is rescaled',
      [...pictures, '--pooling', 'scaled-average'],
      /^--pooling: .*average and max/,
    ],
    ['an unknown engine', [...pictures, '--engine', 'abacus'], /^--engine: .*auto, .*onnx/],
    ['an unknown network', [...pictures, '--network', 'vgg16'], /^--network: .*vgg19 and compact/],
    [
      'an unknown layer',
      [...pictures, '--style-layers', 'conv9'],
      /^--style-layers: compact has no layer "conv9"/,
    ],
    [
      'a weight of a layer',
      [...pictures, '--style-layers', 'block1_conv1=2'],
      /^--style-layers: layers have no/,
    ],
    [
      'a layer twice',
      [...pictures, '--content-layers', 'block4_conv2,block4_conv2'],
      /^--content-layers: names a layer twice/,
    ],
    ['too many style weights', [...pictures, '--style-weights', '1,2'], /^--style-weights: needs one weight/],
  ])('%s is a mistake that is told in one line', (_, args, words) => {
    expect(() => parse(...args)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(words) }),
    );
    expect(() => parse(...args)).not.toThrow(/\n/);
  });
});
