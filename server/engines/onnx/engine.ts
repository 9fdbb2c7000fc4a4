import type { Engine, LoadOptions, Model } from '../../style/engine';
import type { Network } from '../../style/network';
import { StyleError } from '../../style/style-error';
import { validateNetwork } from '../../style/taps';
import { OnnxModel } from './model';
import type { SessionOptions } from './session';

/** The engine that computes with ONNX Runtime, on the processor or on a device that {@link checkDevice} has found usable. */
export function openOnnxEngine(sessionOptions: SessionOptions): Engine {
  const models = new Set<Model>();
  let disposed = false;
  return {
    name: 'onnx',
    device: sessionOptions.device ?? 'cpu',
    async load(network: Network, loadOptions: LoadOptions): Promise<Model> {
      if (disposed) throw new StyleError('disposed', 'the engine was disposed');
      validateNetwork(network);
      const model = new OnnxModel(network, loadOptions, sessionOptions, () => models.delete(model));
      models.add(model);
      return model;
    },
    async dispose() {
      disposed = true;
      for (const model of [...models]) await model.dispose();
    },
  };
}
