import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../server/protocol/settings';
import { runScript } from '../fixtures/run-script';
import { tempDir } from '../fixtures/temp-dir';

let content: Buffer;
let style: Buffer;

beforeAll(async () => {
  content = await picture(
    '<circle cx="60" cy="40" r="30" fill="#d33"/><rect y="60" width="120" height="20" fill="#282"/>',
  );
  style = await picture('<path d="M0 0L120 80M0 40L60 80M60 0L120 40" stroke="#fc0" stroke-width="9"/>');
});

function picture(shapes: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"><rect width="120" height="80" fill="#36c"/>${shapes}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** A folder with `content.png` and `style.png`, and the arguments that name them. */
function studio(): { dir: string; out: string; args: string[] } {
  const dir = tempDir();
  writeFileSync(join(dir, 'content.png'), content);
  writeFileSync(join(dir, 'style.png'), style);
  const out = join(dir, 'result.png');
  return {
    dir,
    out,
    args: [
      ...['--content', join(dir, 'content.png'), '--style', join(dir, 'style.png'), '--out', out],
      ...['--engine', 'onnx'],
    ],
  };
}

const quick = ['--size', '64', '--iterations', '4', '--json'];

describe('npm run stylize', () => {
  test('paints a picture and says what it took', async () => {
    const { out, args } = studio();
    const { code, stdout, stderr } = await runScript('stylize', [...args, ...quick]);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringMatching(/result\.png: 64 × 43, 4 iterations/),
    });
    expect(stdout).toMatch(/^\{[^\n]*\}\n$/);
    const result = JSON.parse(stdout);
    expect(result).toEqual({
      width: 64,
      height: 43,
      network: 'compact',
      engine: 'onnx (cpu)',
      preset: null,
      settings: { ...defaultSettings('compact'), size: 64, iterations: 4, styleBlend: [1] },
      iterations: 4,
      converged: false,
      evaluations: expect.any(Number),
      seconds: expect.any(Number),
      msPerIteration: expect.closeTo((result.seconds * 1000) / 4, 6),
      loss: {
        total: expect.any(Number),
        content: expect.any(Number),
        style: expect.any(Number),
        tv: expect.any(Number),
      },
      terms: expect.objectContaining({ 'style:block1_conv1': expect.any(Number), tv: expect.any(Number) }),
      gradientShares: {
        content: expect.any(Number),
        style: expect.any(Number),
        tv: expect.any(Number),
      },
      peakRssBytes: expect.any(Number),
    });
    expect(result.evaluations).toBeGreaterThanOrEqual(5);
    expect(result.seconds).toBeGreaterThan(0);
    const shares: number[] = Object.values(result.gradientShares);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    const { content: c, style: s, tv } = result.loss;
    expect(Math.min(c, s, tv)).toBeGreaterThan(0);
    expect(result.loss.total).toBeCloseTo(c + s + tv, 6);
    expect(result.peakRssBytes).toBeGreaterThan(50e6);

    const { width, height, format, exif } = await sharp(out).metadata();
    expect({ width, height, format }).toEqual({ width: 64, height: 43, format: 'png' });
    expect(exif?.toString('latin1')).toContain(
      '"network":{"variant":"safetensors-float16","checksum":"sha256:',
    );
    expect(await meanDifference(readFileSync(out), content)).toBeGreaterThan(2);
  });

  test('several styles, layers and everything else that can be set', async () => {
    const { dir, args } = studio();
    const { code, stdout } = await runScript('stylize', [
      ...args,
      ...['--style', join(dir, 'content.png'), '--style-weights', '1,0.5', '--pooling', 'max', '--seed', '7'],
      ...['--content-weight', '0.5', '--style-weight', '2', '--tv-weight', '0', '--network', 'compact'],
      ...['--content-layers', 'block3_conv1', '--style-layers', 'block1_conv1,block2_conv1', ...quick],
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).loss.tv).toBe(0);
  });

  test('every knob at once', async () => {
    const { dir, out, args } = studio();
    const { code, stdout } = await runScript('stylize', [
      ...args,
      ...['--preset', 'bold-brush', '--form', 'classic', '--padding', 'replicate', '--optimiser', 'adam'],
      ...['--learning-rate', '0.05', '--iterate-averaging', '--init-image', join(dir, 'style.png')],
      ...['--scale-factor', 'sqrt2', '--smallest-scale', '64', '--colour', 'luminance', '--tolerance', '0'],
      ...['--style-layers', 'block1_conv1=2,block3_conv1', ...quick],
    ]);
    expect(code).toBe(0);
    const chosen = {
      form: 'classic',
      styleScale: 1.5,
      padding: 'replicate',
      optimiser: 'adam',
      initialisation: 'image',
      colour: 'luminance',
      styleLayers: { block1_conv1: 2, block3_conv1: 1 },
    };
    expect(JSON.parse(stdout)).toMatchObject({ preset: 'bold-brush', iterations: 4, settings: chosen });
    const { exif } = await sharp(out).metadata();
    expect(exif?.toString('latin1')).toContain('"optimiser":"adam"');
  });

  test('a run in which nothing changes any more stops by itself, and says so', async () => {
    const { dir, args } = studio();
    const { code, stdout, stderr } = await runScript('stylize', [
      ...args,
      ...['--style', join(dir, 'content.png'), '--style-weights', '0,1', '--tv-weight', '0'],
      ...['--size', '64', '--iterations', '500', '--tolerance', '0.1', '--json'],
    ]);
    expect(code).toBe(0);
    const { iterations, converged } = JSON.parse(stdout);
    expect(converged).toBe(true);
    expect(iterations).toBeLessThan(500);
    expect(stderr).toMatch(/it stopped by itself/);
  });

  test('the same twice gives the same pixels', async () => {
    const pixels: Buffer[] = [];
    for (let i = 0; i < 2; i++) {
      const { out, args } = studio();
      expect((await runScript('stylize', [...args, ...quick, '--seed', '3'])).code).toBe(0);
      pixels.push(await sharp(out).raw().toBuffer());
    }
    expect(pixels[1].equals(pixels[0])).toBe(true);
  });

  test('says so where the photograph is smaller than the size', async () => {
    const { args } = studio();
    const { code, stdout, stderr } = await runScript('stylize', [...args, '--iterations', '1', '--json']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/120 px long and is not enlarged/);
    expect(JSON.parse(stdout)).toMatchObject({ width: 120, height: 80, iterations: 1 });
  });

  test('Ctrl+C stops it and writes the picture so far', async () => {
    const { out, args } = studio();
    const { code, stdout } = await runScript(
      'stylize',
      [...args, '--size', '64', '--iterations', '5000', '--json'],
      {},
      (child) => child.stderr?.once('data', () => child.kill('SIGINT')),
    );
    expect(code).toBe(0);
    const { iterations } = JSON.parse(stdout);
    expect(iterations).toBeLessThan(5000);
    expect((await sharp(out).metadata()).width).toBe(64);
  });

  test('--help says what there is', async () => {
    const { code, stdout } = await runScript('stylize', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/--style-weights/);
  });
});

describe('npm run stylize, one line and exit 2 for', () => {
  const cases: [string, (args: string[], dir: string) => string[], RegExp][] = [
    ['an unknown flag', (args) => [...args, '--speed', '9'], /^--speed: there is no such option/],
    ['a value out of bounds', (args) => [...args, '--size', '4096'], /--size: must be .* from 64 to 2048/],
    [
      'weights that are not here',
      (args) => [...args, '--network', 'vgg19'],
      /VGG-19 are not on this machine/,
    ],
    [
      'a result in no folder',
      (args, dir) => [...args, '--out', join(dir, 'no/o.png')],
      /--out: .*cannot be written/,
    ],
    [
      'a file that is not there',
      (args, dir) => [...args, '--style', join(dir, 'no.png')],
      /no\.png cannot be read \(ENOENT/,
    ],
    [
      'text',
      (args, dir) => [...args, '--content', join(dir, 'text.jpg')],
      /text\.jpg: This file is not a picture/,
    ],
    [
      'a damaged picture',
      (args, dir) => [...args, '--style', join(dir, 'half.png')],
      /half\.png: This picture is damaged/,
    ],
    ['a strip', (args, dir) => [...args, '--content', join(dir, 'strip.png')], /strip\.png: /],
  ];

  test.each(cases)('%s', async (_, change, words) => {
    const { dir, out, args } = studio();
    writeFileSync(join(dir, 'text.jpg'), 'not a picture');
    writeFileSync(join(dir, 'half.png'), content.subarray(0, content.length >> 1));
    const strip = sharp({ create: { width: 900, height: 30, channels: 3, background: '#888' } });
    writeFileSync(join(dir, 'strip.png'), await strip.png().toBuffer());
    const { code, stdout, stderr } = await runScript('stylize', change(args, dir));
    expect(stderr).toMatch(words);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(existsSync(out)).toBe(false);
  });
});

/** Between a result and what it was made from at its size, 0…255. */
async function meanDifference(result: Buffer, original: Buffer): Promise<number> {
  const { data, info } = await sharp(result).raw().toBuffer({ resolveWithObject: true });
  const reference = await sharp(original).resize(info.width, info.height).removeAlpha().raw().toBuffer();
  return data.reduce((sum, value, i) => sum + Math.abs(value - reference[i]), 0) / data.length;
}
