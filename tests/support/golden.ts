import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { PlanarImage } from '../../server/style/image';
import type { Convolution, Network, Pooling } from '../../server/style/network';
import { sharedPath } from './shared';

/** One case of the reference data: what PyTorch computed in float64. */
export interface GoldenCase {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly pooling: Pooling;
  readonly contentTaps: readonly string[];
  readonly styleTaps: readonly string[];
  readonly content: PlanarImage;
  readonly style: PlanarImage;
  readonly image: PlanarImage;
  /** Per raw term of the relative objective: its value, and its gradient `[3][H][W]`. */
  readonly terms: Readonly<Record<string, { readonly loss: number; readonly gradient: Float32Array }>>;
}

interface GoldenJson {
  readonly width: number;
  readonly height: number;
  readonly pooling: Pooling;
  readonly style_layers: string[];
  readonly content_layers: string[];
  readonly terms: Record<string, { loss: number }>;
}

export async function readGoldenCase(folder: string, name: string): Promise<GoldenCase> {
  const json = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as GoldenJson;
  const kept = Object.entries(json.terms).filter(([term]) => term === 'tv' || /^(content|style):/.test(term));
  return {
    name,
    width: json.width,
    height: json.height,
    pooling: json.pooling,
    contentTaps: json.content_layers,
    styleTaps: json.style_layers,
    content: await readPlanar(join(folder, `${name}-content.png`)),
    style: await readPlanar(join(folder, `${name}-style.png`)),
    image: await readPlanar(join(folder, `${name}-image.png`)),
    terms: Object.fromEntries(
      kept.map(([term, { loss }]) => [
        term,
        { loss, gradient: readFloats(join(folder, `${name}-grad-${term.replace(':', '-')}.f32`)) },
      ]),
    ),
  };
}

export async function readPlanar(path: string): Promise<PlanarImage> {
  const { data, info } = await sharp(path)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = info.width * info.height;
  const planar = new Float32Array(3 * pixels);
  for (let i = 0; i < pixels; i += 1) {
    for (let c = 0; c < 3; c += 1) planar[c * pixels + i] = data[i * 3 + c] / 255;
  }
  return { width: info.width, height: info.height, data: planar };
}

interface ManifestWeight {
  readonly name: string;
  readonly shape: number[];
  readonly quantization: { readonly scale: number; readonly min: number };
}

/** VGG-19 from exactly the uint8 weights that the reference values were computed with. */
export function readGoldenNetwork(): Network | undefined {
  const folder = sharedPath('models', 'vgg19');
  if (folder === undefined) return undefined;
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    weightsManifest: { paths: string[]; weights: ManifestWeight[] }[];
  };
  const tensors = new Map<string, { shape: number[]; data: Float32Array }>();
  for (const { paths, weights } of manifest.weightsManifest) {
    const bytes = Buffer.concat(paths.map((path) => readFileSync(join(folder, path))));
    let offset = 0;
    for (const { name, shape, quantization } of weights) {
      const length = shape.reduce((product, n) => product * n, 1);
      const data = Float32Array.from(
        bytes.subarray(offset, offset + length),
        (q) => q * quantization.scale + quantization.min,
      );
      offset += length;
      tensors.set(name, { shape, data });
    }
  }
  const operations: Network['operations'][number][] = [];
  for (const [block, count] of [2, 2, 4, 4, 4].entries()) {
    if (block > 0) operations.push({ kind: 'pooling' });
    for (let index = 1; index <= count; index += 1) {
      const name = `block${block + 1}_conv${index}`;
      const kernel = tensors.get(`${name}/kernel`);
      const bias = tensors.get(`${name}/bias`);
      if (kernel === undefined || bias === undefined) continue;
      operations.push(convolutionFromHwio(name, kernel.shape, kernel.data, bias.data));
    }
  }
  return {
    id: 'vgg19',
    preprocessing: { scale: 255, mean: [123.68, 116.779, 103.939], channels: 'BGR' },
    operations,
  };
}

/** `[3][3][in][out]`, as TensorFlow stores filters, to `[out][in][3][3]`. */
function convolutionFromHwio(
  name: string,
  shape: number[],
  kernel: Float32Array,
  bias: Float32Array,
): Convolution {
  const [, , inChannels, outChannels] = shape;
  const weight = new Float32Array(kernel.length);
  for (let k = 0; k < 9; k += 1) {
    for (let i = 0; i < inChannels; i += 1) {
      for (let o = 0; o < outChannels; o += 1) {
        weight[(o * inChannels + i) * 9 + k] = kernel[(k * inChannels + i) * outChannels + o];
      }
    }
  }
  return { kind: 'convolution', name, inChannels, outChannels, weight, bias };
}

/** Little-endian float32, as stored on disk. */
function readFloats(path: string): Float32Array {
  const bytes = readFileSync(path);
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}
