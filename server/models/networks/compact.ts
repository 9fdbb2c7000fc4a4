import { vggArchitecture } from '../architecture';
import type { NetworkEntry } from '../network-entry';

/**
 * The small network that ships with Atelier (`models/compact/README.md`), so that the first run needs no download.
 * Its taps have the names and the places of VGG-19's.
 */
export const compact: NetworkEntry = {
  id: 'compact',
  name: 'Compact',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  source: 'trained for Atelier by distillation from VGG-19 (Visual Geometry Group, University of Oxford)',
  architecture: vggArchitecture(
    { scale: 1, mean: [0.4850196078431373, 0.457956862745098, 0.4076039215686274], channels: 'RGB' },
    [[32, 32], [64, 64], [128, 128], [256, 256], [256]],
  ),
  variants: [
    {
      id: 'safetensors-float16',
      format: 'safetensors',
      location: 'package',
      files: [
        {
          // Better weights of the same shape may replace the file: then this is the only place to change.
          name: 'compact.safetensors',
          bytes: 3_526_648,
          checksum: {
            algorithm: 'sha256',
            hex: 'eaa7340c2ca30a1cc511acdcf6b670a6bb3c415f23d36635f76d923c3509a140',
          },
        },
      ],
    },
  ],
};
