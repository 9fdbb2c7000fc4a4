import type { Engine, LoadOptions, Model } from '../../style/engine';
import type { Network } from '../../style/network';
import { StyleError } from '../../style/style-error';
import { validateNetwork } from '../../style/taps';
import { openBackend, type BackendName } from './backends';
import { TfjsModel } from './model';
import type { LoadNative } from './native-backend';

export interface TfjsOptions {
  readonly backend: BackendName;
  /** For tests, which have no GPU: what is loaded in place of the native package. */
  readonly loadNative?: LoadNative;
}

/**
 * The engine that computes with TensorFlow.js.
 *
 * @throws Error where the backend cannot be had, saying why
 */
export async function openTfjsEngine(options: TfjsOptions): Promise<Engine> {
  const backend = await openBackend(options.backend, options.loadNative);
  const models = new Set<Model>();
  let disposed = false;
  return {
    name: 'tfjs',
    device: options.backend,
    async load(network: Network, loadOptions: LoadOptions): Promise<Model> {
      if (disposed) throw new StyleError('disposed', 'the engine was disposed');
      validateNetwork(network);
      await backend.use();
      const model: Model = new TfjsModel(network, loadOptions, backend, () => models.delete(model));
      models.add(model);
      return model;
    },
    async dispose() {
      disposed = true;
      for (const model of [...models]) await model.dispose();
    },
  };
}
