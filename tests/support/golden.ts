import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { PlanarImage } from '../../server/style/image';
import { vgg19 } from '../../server/models/networks/vgg19';
import { readTfjsManifest } from '../../server/models/readers/tfjs-manifest';
import type { Network, Pooling } from '../../server/style/network';
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
  /** Per content term the mean square of the difference: its value in the classic form. */
  readonly meanSquares: Readonly<Record<string, number>>;
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
    meanSquares: Object.fromEntries(
      json.content_layers.map((tap) => [`content:${tap}`, json.terms[`mse-content:${tap}`].loss]),
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

/** VGG-19 from exactly the uint8 weights that the reference values were computed with. */
export async function readGoldenNetwork(): Promise<Network | undefined> {
  const manifest = sharedPath('models', 'vgg19', 'manifest.json');
  return manifest === undefined ? undefined : readTfjsManifest(manifest, vgg19);
}

/** Little-endian float32, as stored on disk. */
function readFloats(path: string): Float32Array {
  const bytes = readFileSync(path);
  return Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}
