import { dispose, tensor3d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { LoadOptions, Model, Objective, ObjectiveSpec, TargetTaps, Targets } from '../../style/engine';
import type { PlanarImage, Size } from '../../style/image';
import type { Network, TapName } from '../../style/network';
import { StyleError } from '../../style/style-error';
import type { Backend } from './backends';
import { checkPixels } from './check-pixels';
import { DeviceNetwork } from './device-network';
import { TfjsObjective } from './objective';
import { asMatrix, gram } from './ops/gram';
import { toPlanar } from './ops/layout';

/** A network on the device, and what was made with it. */
export class TfjsModel implements Model {
  readonly #backend: Backend;
  readonly #network: DeviceNetwork;
  readonly #onDispose: () => void;
  readonly #objectives = new Set<Objective>();
  #disposed = false;

  constructor(network: Network, options: LoadOptions, backend: Backend, onDispose: () => void) {
    this.#backend = backend;
    this.#network = new DeviceNetwork(network, options);
    this.#onDispose = onDispose;
  }

  async targets(image: PlanarImage, taps: TargetTaps): Promise<Targets> {
    this.#assertUsable();
    checkPixels(image.data, image);
    await this.#backend.use();
    const tensors = tidy(() => {
      const pixels = tensor3d(image.data, [3, image.height, image.width]);
      const found = this.#network.activations(pixels, [...taps.content, ...taps.style]);
      const pick = (names: readonly TapName[], read: (tap: TapName) => Tensor): Record<TapName, Tensor> =>
        Object.fromEntries(names.map((name) => [name, read(name)]));
      return {
        activations: pick(taps.content, (name) => toPlanar(found.get(name)!)),
        grams: pick(taps.style, (name) => gram(asMatrix(found.get(name)!))),
      };
    });
    try {
      return { activations: await read(tensors.activations), grams: await read(tensors.grams) };
    } finally {
      dispose(tensors);
    }
  }

  async objective(spec: ObjectiveSpec, size: Size): Promise<Objective> {
    this.#assertUsable();
    await this.#backend.use();
    const objective: Objective = new TfjsObjective(this.#network, spec, size, this.#backend, () =>
      this.#objectives.delete(objective),
    );
    this.#objectives.add(objective);
    return objective;
  }

  async dispose(): Promise<void> {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const objective of [...this.#objectives]) await objective.dispose();
    this.#network.dispose();
    this.#onDispose();
  }

  #assertUsable(): void {
    if (this.#disposed) throw new StyleError('disposed', 'the model was disposed');
  }
}

async function read(tensors: Record<TapName, Tensor>): Promise<Record<TapName, Float32Array>> {
  const entries = Object.entries(tensors).map(async ([name, tensor]): Promise<[TapName, Float32Array]> => [
    name,
    await tensor.data<'float32'>(),
  ]);
  return Object.fromEntries(await Promise.all(entries));
}
