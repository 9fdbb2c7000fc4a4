import type { Dataset, File as Hdf5File, Group } from 'h5wasm/node';
import { AppError } from '../../errors';
import type { Network } from '../../style/network';
import { assembleNetwork, type ReadTarget, type StoredTensor } from '../assemble';
import { weightsRefused } from '../refused';

/**
 * Reads a network from a Keras weights file (HDF5): a group for each layer, whose attribute `weight_names` lists the
 * kernel (HWIO) and the bias, as `keras.Model.load_weights` reads it.
 *
 * @throws AppError `weights-refused` where the file is damaged, lacks a layer or has one of another shape
 */
export async function readKerasHdf5(path: string, target: ReadTarget): Promise<Network> {
  const hdf5 = await import('h5wasm/node');
  // Else the library prints its errors instead of throwing them.
  (await hdf5.ready).activate_throwing_error_handler();
  let file: Hdf5File;
  try {
    file = new hdf5.File(path, 'r');
  } catch (error) {
    throw weightsRefused(path, 'is not an HDF5 file that can be opened', error);
  }
  try {
    // A whole saved model keeps its weights one level further down.
    const model = file.get('model_weights');
    const root = model instanceof hdf5.Group ? model : file;
    return assembleNetwork(target, path, 'HWIO', (layer) => {
      const group = root.get(layer);
      if (!(group instanceof hdf5.Group)) throw weightsRefused(path, `lacks the layer ${layer}`);
      const [kernel, bias] = weightNames(path, layer, group).map((name) => {
        const dataset = group.get(name);
        if (!(dataset instanceof hdf5.Dataset))
          throw weightsRefused(path, `lacks the tensor ${layer}/${name}`);
        return read(path, `${layer}/${name}`, dataset);
      });
      if (kernel === undefined || bias === undefined) {
        throw weightsRefused(path, `lacks the kernel or the bias of ${layer}`);
      }
      return { weight: kernel, bias };
    });
  } catch (error) {
    throw error instanceof AppError ? error : weightsRefused(path, 'is damaged', error);
  } finally {
    file.close();
  }
}

function weightNames(path: string, layer: string, group: Group): string[] {
  const names: unknown = group.attrs['weight_names']?.value;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw weightsRefused(path, `does not say which tensors the layer ${layer} has`);
  }
  return names;
}

function read(path: string, name: string, dataset: Dataset): StoredTensor {
  const data = dataset.value;
  if (!(data instanceof Float32Array) || dataset.shape === null) {
    throw weightsRefused(path, `has something else than 32-bit numbers in the tensor ${name}`);
  }
  return { shape: dataset.shape, data };
}
