import { isSameReading } from './compilation';
import type { LoadOptions, Model } from './engine';

/** The model of a run: loaded when it is first asked for, and anew where it is to read pictures in another way. */
export class RunModel {
  readonly #load: (options: LoadOptions) => Promise<Model>;
  #loaded: { readonly options: LoadOptions; readonly model: Model } | undefined;

  /** @param load gives a model, which belongs to this */
  constructor(load: (options: LoadOptions) => Promise<Model>) {
    this.#load = load;
  }

  /** The model that is loaded, if one is. */
  get current(): Model | undefined {
    return this.#loaded?.model;
  }

  /** The model that reads pictures like that; one that read them in another way is disposed. */
  async with({ pooling, padding }: LoadOptions): Promise<Model> {
    const options = { pooling, padding };
    if (this.#loaded === undefined || !isSameReading(this.#loaded.options, options)) {
      await this.dispose();
      this.#loaded = { options, model: await this.#load(options) };
    }
    return this.#loaded.model;
  }

  async dispose(): Promise<void> {
    const loaded = this.#loaded;
    this.#loaded = undefined;
    await loaded?.model.dispose();
  }
}
