import type { Architecture } from './architecture';

/**
 * The same as in the protocol, which the models may not import: they are about files, and know nothing of what crosses the
 * wire. tests/unit/models/protocol-taps.test.ts holds the two together.
 */
export type NetworkId = 'vgg19' | 'compact';

/** Everything that is known about a network before its weights are opened. */
export interface NetworkEntry {
  readonly id: NetworkId;
  /** For people. */
  readonly name: string;
  readonly licence: { readonly name: string; readonly url: string };
  /** Who made the weights, and where they come from. */
  readonly source: string;
  readonly architecture: Architecture;
  /** The forms in which the weights exist. Where several are on the machine, the first in this list is opened. */
  readonly variants: readonly [NetworkVariant, ...NetworkVariant[]];
}

/** One form of a network's weights. */
export interface NetworkVariant {
  readonly id: string;
  readonly format: 'tfjs-manifest' | 'keras-hdf5' | 'safetensors';
  /**
   * Where the files are looked for: `package` is `models/<network>/` of the installation; `models-folder` is
   * `<network>/` in the folders that are set up for weights (`ATELIER_MODELS_DIR`, and `models/` of the data folder).
   */
  readonly location: 'package' | 'models-folder';
  /** The first file is the one that the reader opens; a tfjs manifest names the others itself. */
  readonly files: readonly [WeightsFile, ...WeightsFile[]];
}

export interface WeightsFile {
  readonly name: string;
  readonly bytes: number;
  readonly checksum: Checksum;
  /** Where it can be downloaded from. */
  readonly url?: string;
}

export interface Checksum {
  readonly algorithm: 'sha256' | 'md5';
  /** Lower case. */
  readonly hex: string;
}
