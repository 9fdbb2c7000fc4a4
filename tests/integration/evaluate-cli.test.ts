import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { FileModelLibrary } from '../../server/models/file-library';
import type { TermName, Weights } from '../../server/style/engine';
import { runScript } from '../fixtures/run-script';
import { tempDir } from '../fixtures/temp-dir';
import { compareVectors, expectGradient, expectValue } from '../support/close';
import { readGoldenCase, readPlanar } from '../support/golden';
import { randomImage } from '../support/random-network';
import { referenceObjective } from '../support/reference-objective';
import { sharedPath, skipReason } from '../support/shared';

interface Answer {
  readonly terms: Readonly<Record<TermName, number>>;
  readonly total: number;
  readonly engine: string;
  readonly network: string;
}

/** Runs it on the engine that every machine has. */
async function evaluate(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { code, stdout, stderr } = await runScript('evaluate', [...args, '--engine', 'onnx', '--json'], env);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\{[^\n]*\}\n$/);
  return JSON.parse(stdout) as Answer;
}

function readFloats(file: string): Float32Array {
  const bytes = readFileSync(file);
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(4 * index));
}

const golden = sharedPath('golden');
const models = sharedPath('models');
const isPresent = golden !== undefined && models !== undefined;

describe.skipIf(!isPresent)(
  `npm run evaluate against PyTorch in float64${isPresent ? '' : ` (${skipReason})`}`,
  () => {
    const cases = ['cat-wave-avg', 'cat-wave-max', 'odd-size'];
    const argsOf = async (name: string) => {
      const reference = await readGoldenCase(golden!, name);
      const file = (kind: string): string => join(golden!, `${name}-${kind}.png`);
      const args = [
        ...['--content', file('content'), '--style', file('style'), '--image', file('image')],
        ...['--content-layers', reference.contentTaps.join(), '--style-layers', reference.styleTaps.join()],
        ...['--pooling', reference.pooling, '--network', 'vgg19'],
      ];
      return { args, ...reference };
    };
    const env = { ATELIER_MODELS_DIR: models ?? '' };

    test.each(cases)('%s: every term, the total and its gradient', async (name) => {
      const { args, terms, contentTaps, styleTaps } = await argsOf(name);
      const file = join(tempDir(), 'gradient.f32');
      const answer = await evaluate([...args, '--gradient', file], env);
      expect(answer).toMatchObject({ engine: 'onnx (cpu)', network: 'vgg19' });
      expect(Object.keys(answer.terms).sort()).toEqual(Object.keys(terms).sort());
      for (const [term, { loss }] of Object.entries(terms)) expectValue(answer.terms[term as TermName], loss);

      const share = (term: string): number =>
        term === 'tv' ? 1 : 1 / (term.startsWith('content:') ? contentTaps : styleTaps).length;
      const all = Object.entries(terms);
      expectValue(
        answer.total,
        all.reduce((sum, [term, { loss }]) => sum + share(term) * loss, 0),
      );
      const expected = all[0][1].gradient.map((_, i) =>
        all.reduce((sum, [term, { gradient }]) => sum + share(term) * gradient[i], 0),
      );
      expectGradient(readFloats(file), expected);
    });

    test('odd-size: each term by --only', async () => {
      const { args, terms } = await argsOf('odd-size');
      const file = join(tempDir(), 'gradient.f32');
      for (const [term, { loss, gradient }] of Object.entries(terms)) {
        const { total } = await evaluate([...args, '--only', term, '--gradient', file], env);
        expectValue(total, loss);
        expectGradient(readFloats(file), gradient);
      }
    });

    test('cat-wave-max: the classic form, as Gatys, Ecker & Bethge define it', async () => {
      const { args } = await argsOf('cat-wave-max');
      const { terms } = JSON.parse(readFileSync(join(golden!, 'cat-wave-max.json'), 'utf8')) as {
        terms: Record<string, { loss: number }>;
      };
      const answer = await evaluate([...args, '--form', 'classic'], env);
      for (const [term, value] of Object.entries(answer.terms)) {
        const reference = term.replace('style:', 'gatys-style:').replace('content:', 'mse-content:');
        expectValue(value, terms[reference].loss);
      }
    });
  },
);

describe('npm run evaluate', () => {
  const size = { width: 37, height: 34 };

  /** Three pictures of one size, and the arguments that name them. */
  async function studio() {
    const dir = tempDir();
    const file = (name: string): string => join(dir, `${name}.png`);
    for (const [index, name] of ['content', 'style', 'image'].entries()) {
      const { data } = randomImage(size.width, size.height, index + 1);
      const pixels = size.width * size.height;
      const rgb = Uint8ClampedArray.from(
        { length: data.length },
        (_, i) => 255 * data[(i % 3) * pixels + Math.floor(i / 3)],
      );
      await sharp(rgb, { raw: { ...size, channels: 3 } })
        .png()
        .toFile(file(name));
    }
    const args = ['--content', file('content'), '--style', file('style'), '--image', file('image')];
    return { dir, file, args: [...args, '--network', 'compact'] };
  }

  test('agrees with the float64 reference on the network that comes along', async () => {
    const { dir, file, args } = await studio();
    const gradient = join(dir, 'gradient.f32');
    const layers = { content: ['block2_conv1', 'block3_conv2'], style: ['block1_conv1', 'block4_conv1'] };
    const answer = await evaluate([
      ...args,
      ...['--content-layers', layers.content.join(), '--style-layers', layers.style.join()],
      ...['--gradient', gradient],
    ]);
    const weights: Weights = {
      'content:block2_conv1': 0.5,
      'content:block3_conv2': 0.5,
      'style:block1_conv1': 0.5,
      'style:block4_conv1': 0.5,
      tv: 1,
    };
    const packageDir = join(import.meta.dirname, '../..');
    const { network } = await new FileModelLibrary({ packageDir, modelsDirs: [] }).open('compact');
    const reference = referenceObjective({
      network,
      pooling: 'average',
      content: await readPlanar(file('content')),
      style: await readPlanar(file('style')),
      weights,
    })(await readPlanar(file('image')));
    expect(Object.keys(answer.terms).sort()).toEqual(Object.keys(weights).sort());
    for (const term of Object.keys(weights) as TermName[]) {
      expectValue(answer.terms[term], reference.terms[term]);
    }
    expectValue(answer.total, reference.loss);
    expectGradient(readFloats(gradient), reference.gradient);
  });

  test('--only narrows total and gradient to a raw term, and leaves the terms', async () => {
    const { dir, args } = await studio();
    const [whole, part] = ['whole.f32', 'part.f32'].map((name) => join(dir, name));
    const all = await evaluate([...args, '--gradient', whole]);
    const only = await evaluate([...args, '--gradient', part, '--only', 'style:block2_conv1']);
    expect(only.terms).toEqual(all.terms);
    expectValue(only.total, all.terms['style:block2_conv1']);
    expect(compareVectors(readFloats(part), readFloats(whole)).cosine).toBeLessThan(0.99);
  });

  test('a style that counts nothing changes nothing', async () => {
    const { file, args } = await studio();
    const alone = await evaluate(args);
    const { terms } = await evaluate([...args, '--style', file('content'), '--style-weights', '2,0']);
    expect(terms).toEqual(alone.terms);
  });

  test('without --json it prints a table', async () => {
    const { args } = await studio();
    const { code, stdout } = await runScript('evaluate', [...args, '--engine', 'onnx']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^content:block4_conv2 +\d\.\d+e[+-]\d+$/m);
    expect(stdout).toMatch(/^tv +\d\.\d+e[+-]\d+\ntotal +\d\.\d+e[+-]\d+\ncompact, onnx \(cpu\)\n$/m);
  });

  describe('one line and exit 2 for', () => {
    const cases: [string, (args: string[], dir: string) => string[], RegExp][] = [
      [
        'a photograph of another size',
        (args, dir) => [...args, '--content', join(dir, 'other.png')],
        /other\.png: .*40 × 30 px, but --image is 37 × 34 px/,
      ],
      [
        'a style of another size',
        (args, dir) => [...args, '--style', join(dir, 'other.png')],
        /other\.png: .*40 × 30 px, but --image is 37 × 34 px/,
      ],
      [
        'a file that is not there',
        (args, dir) => [...args, '--image', join(dir, 'no.png')],
        /no\.png cannot be read \(ENOENT/,
      ],
      [
        'a gradient in no folder',
        (args, dir) => [...args, '--gradient', join(dir, 'no/g.f32')],
        /--gradient: .*cannot be written/,
      ],
      ['weights that are not here', (args) => [...args, '--network', 'vgg19'], /VGG-19 are not on this/],
    ];

    test.each(cases)('%s', async (_, change, words) => {
      const { dir, args } = await studio();
      const other = sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } });
      writeFileSync(join(dir, 'other.png'), await other.png().toBuffer());
      const { code, stdout, stderr } = await runScript('evaluate', [...change(args, dir), '--json']);
      expect(stderr).toMatch(words);
      expect(stderr.trimEnd()).not.toContain('\n');
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(existsSync(join(dir, 'no'))).toBe(false);
    });

    test('pictures too small for the layers', async () => {
      const dir = tempDir();
      const tiny = join(dir, 'tiny.png');
      const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } });
      writeFileSync(tiny, await picture.png().toBuffer());
      const { code, stderr } = await runScript('evaluate', [
        ...['--content', tiny, '--style', tiny, '--image', tiny, '--network', 'compact', '--engine', 'onnx'],
      ]);
      expect(stderr).toMatch(/8 × 8 px, of which nothing is left at block5_conv1/);
      expect(stderr.trimEnd()).not.toContain('\n');
      expect(code).toBe(2);
    });
  });
});
