import { compilationKey, tapsOf } from './compilation';
import type { Size } from './image';
import { canvasSize } from './margin';
import type { RunModel } from './run-model';
import type { KnownTargets, TargetPictures } from './scale-targets';
import type { StyleSettings } from './settings';

/**
 * What is ready of the scale to come: its targets, and the objective compiled in the model. It is got ready in steps
 * between the iterations of the present scale, so that going there takes no long pause.
 */
export class NextScale {
  readonly #model: RunModel;
  readonly #pictures: TargetPictures;
  #targets: KnownTargets = [];
  /** What the model has compiled ahead, as its key. */
  #compiled: string | undefined;

  constructor(model: RunModel, pictures: TargetPictures) {
    this.#model = model;
    this.#pictures = pictures;
  }

  /** The targets that are known so far, all or some. */
  get targets(): KnownTargets {
    return this.#targets;
  }

  /** How many steps are missing: one for each picture, and one to compile. */
  missing(size: Size, settings: StyleSettings): number {
    const pictures = this.#pictures.missing(this.#targets, size, settings);
    const isCompiled =
      this.#model.current?.prepare === undefined || this.#compiled === compilationKey(settings, size);
    return pictures + (isCompiled ? 0 : 1);
  }

  /** Takes one step: the targets of one more picture, or, where all are known, has the model compile. */
  async prepare(size: Size, settings: StyleSettings): Promise<void> {
    const model = await this.#model.with(settings);
    if (this.#pictures.missing(this.#targets, size, settings) > 0) {
      this.#targets = await this.#pictures.complete(model, this.#targets, size, settings, 1);
    } else {
      await model.prepare?.(tapsOf(settings), canvasSize(size, settings.margin));
      this.#compiled = compilationKey(settings, size);
    }
  }

  /** Another objective was compiled: a model keeps none that was compiled ahead of it. */
  forgetCompiled(): void {
    this.#compiled = undefined;
  }

  /** The scale was entered: what comes now is the one after it. */
  forgetTargets(): void {
    this.#targets = [];
  }
}
