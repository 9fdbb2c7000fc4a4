import type { Network } from '../style/network';
import { readKerasHdf5 } from './readers/keras-hdf5';
import { readSafetensors } from './readers/safetensors';
import { readTfjsManifest } from './readers/tfjs-manifest';
import type { NetworkEntry, NetworkVariant } from './network-entry';

/**
 * Reads a variant's weights with the reader for its format.
 *
 * @param path the variant's first file
 * @throws AppError `weights-refused`
 */
export function openVariant(entry: NetworkEntry, variant: NetworkVariant, path: string): Promise<Network> {
  switch (variant.format) {
    case 'tfjs-manifest':
      return readTfjsManifest(path, entry);
    case 'keras-hdf5':
      return readKerasHdf5(path, entry);
    case 'safetensors':
      return readSafetensors(path, entry);
  }
}
