import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../scripts/stylize/arguments';
import { options, USAGE } from '../../../scripts/stylize/flags';
import { presetsOf } from '../../../server/protocol/presets';
import { defaultSettings, defaultWeights } from '../../../server/protocol/settings';

const pictures = ['--content', 'photo.jpg', '--style', 'wave.png'];
const parse = (...args: string[]) => parseArguments(args, () => 'compact');

describe('the arguments of npm run stylize', () => {
  test('without any flag the settings are those of a new room', () => {
    expect(parse(...pictures)).toEqual({
      content: 'photo.jpg',
      styles: ['wave.png'],
      styleBlend: [1],
      initial: undefined,
      preset: undefined,
      engine: undefined,
      settings: defaultSettings('compact'),
      out: 'out.png',
      json: false,
    });
  });

  test('every flag sets what it says', () => {
    const flags =
      '--style scream.jpg --style-weights 3,0.5 --size 256 --iterations 40 --content-weight 0 --style-weight 2.5 ' +
      '--tv-weight 1e-1 --content-layers block5_conv2 --style-layers block1_conv2,block3_conv4=0.5 --pooling max ' +
      '--network vgg19 --seed 12 --out /tmp/a.png --json --form classic --padding replicate --margin 12 --style-scale 1.5 ' +
      '--optimiser adam --learning-rate 0.05 --iterate-averaging --init image --init-image start.png ' +
      '--scale-factor sqrt2 --smallest-scale 96 --colour luminance --tolerance 0 --engine onnx';
    expect(parse(...pictures, ...flags.split(' '))).toEqual({
      content: 'photo.jpg',
      styles: ['wave.png', 'scream.jpg'],
      styleBlend: [3, 0.5],
      initial: 'start.png',
      preset: undefined,
      engine: 'onnx',
      settings: {
        form: 'classic',
        contentWeight: 0,
        styleWeight: 2.5,
        tvWeight: 0.1,
        iterations: 40,
        size: 256,
        contentLayers: { block5_conv2: 1 },
        styleLayers: { block1_conv2: 1, block3_conv4: 0.5 },
        styleBlend: {},
        pooling: 'max',
        padding: 'replicate',
        margin: 12,
        styleScale: 1.5,
        optimiser: 'adam',
        learningRate: 0.05,
        iterateAveraging: true,
        initialisation: 'image',
        initialImage: null,
        scaleFactor: 'sqrt2',
        smallestScale: 96,
        colour: 'luminance',
        tolerance: 0,
        seed: 12,
        network: 'vgg19',
      },
      out: '/tmp/a.png',
      json: true,
    });
  });

  test.each(presetsOf('vgg19'))('the preset $id sets what it does in a room', ({ id, settings }) => {
    expect(parse(...pictures, '--network', 'vgg19', '--preset', id)).toMatchObject({
      preset: id,
      settings: { ...defaultSettings('vgg19'), ...settings },
    });
  });

  test('flags beside a preset change what it sets', () => {
    expect(
      parse(...pictures, '--preset', 'quick-sketch', '--iterations', '9', '--content-weight', '0'),
    ).toMatchObject({ settings: { size: 256, iterations: 9, contentWeight: 0 } });
  });

  test('naming a form takes the weights that belong to it, unless they are named', () => {
    const weights = defaultWeights('compact', 'classic');
    expect(parse(...pictures, '--form', 'classic')).toMatchObject({ settings: weights });
    expect(parse(...pictures, '--form', 'classic', '--style-weight', '0.5')).toMatchObject({
      settings: { ...weights, styleWeight: 0.5 },
    });
  });

  test('a picture to start from is started from', () => {
    expect(parse(...pictures, '--init-image', 'start.png')).toMatchObject({
      initial: 'start.png',
      settings: { initialisation: 'image' },
    });
  });

  test('every flag is in the usage', () => {
    const flags = USAGE.match(/--[a-z-]+/g);
    for (const name of Object.keys(options).filter((option) => option !== 'help')) {
      expect(flags).toContain(`--${name}`);
    }
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
    ['an unknown flag', [...pictures, '--speed', '9'], /^--speed: there is no such option/],
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
    ['an unknown preset', [...pictures, '--preset', 'nice'], /^--preset: .*balanced, .* and quick-sketch/],
    [
      'a preset that the network cannot do',
      [...pictures, '--preset', 'textbook'],
      /^--preset: Textbook reads the layer block5_conv2/,
    ],
    ['an unknown form', [...pictures, '--form', 'modern'], /^--form: .*relative and classic/],
    ['an unknown engine', [...pictures, '--engine', 'abacus'], /^--engine: .*auto/],
    ['an unknown start', [...pictures, '--init', 'void'], /^--init: .*noise/],
    ['a start from no picture', [...pictures, '--init', 'image'], /^--init: name the picture/],
    [
      'a start from two things',
      [...pictures, '--init', 'noise', '--init-image', 'a.png'],
      /^--init-image: a picture is named, but --init says noise/,
    ],
    ['too large strokes', [...pictures, '--style-scale', '5'], /^--style-scale: must be between 0.25 and 4/],
    ['too quick a step', [...pictures, '--learning-rate', '1'], /^--learning-rate: must be between/],
    ['an unknown optimiser', [...pictures, '--optimiser', 'sgd'], /^--optimiser: .*lbfgs/],
    ['an unknown colour', [...pictures, '--colour', 'red'], /^--colour: .*luminance/],
    ['an unknown scale factor', [...pictures, '--scale-factor', '3'], /^--scale-factor: .*sqrt2/],
    ['too small a scale', [...pictures, '--smallest-scale', '10'], /^--smallest-scale: must be a whole/],
    [
      'a margin beyond the range',
      [...pictures, '--margin', '33'],
      '--margin: must be a whole number from 0 to 32',
    ],
    ['an unknown padding', [...pictures, '--padding', 'mirror'], /^--padding: .*replicate/],
    ['too much tolerance', [...pictures, '--tolerance', '1'], /^--tolerance: must be between 0 and 0.1/],
    [
      'the weight of a layer that is no number',
      [...pictures, '--style-layers', 'block1_conv1=x'],
      /^--style-layers: /,
    ],
    ['a result that is no PNG', [...pictures, '--out', 'out.jpg'], /^--out: the result is a PNG/],
  ])('%s is a mistake that is told in one line', (_, args, words) => {
    expect(() => parse(...args)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(words) }),
    );
    expect(() => parse(...args)).not.toThrow(/\n/);
  });
});
