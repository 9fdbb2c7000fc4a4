import type { Evaluation, Model, Objective, TargetTaps, TermName, Weights } from './engine';
import type { PlanarImage, Size } from './image';
import type { Sample } from './optimiser';
import type { Pooling, TapName } from './network';
import { blendGrams, objectiveWeights, tapsInUse } from './objective';
import { resize } from './resize';
import { styleSize } from './schedule';
import type { StyleSettings } from './settings';
import { StyleError } from './style-error';

/** An evaluation as the optimiser wants it. */
export type ObjectiveSample = Sample & Pick<Evaluation, 'terms'>;

/** The terms with their weights: `total = content + style + tv`. */
export interface Loss {
  readonly total: number;
  readonly content: number;
  readonly style: number;
  readonly tv: number;
}

/** What is in force at the present scale. */
interface Current {
  readonly size: Size;
  readonly settings: StyleSettings;
  readonly weights: Weights;
  /** The taps that are compiled in: those in use, and perhaps some that no longer are. */
  readonly taps: TargetTaps;
  readonly activations: Readonly<Record<TapName, Float32Array>>;
  /** Per style picture. */
  readonly grams: readonly Readonly<Record<TapName, Float32Array>>[];
  readonly objective: Objective;
}

/**
 * The objective of a run, scale by scale: computes targets, compiles when taps or pooling change, and only reweights
 * when nothing else does. Owns its model.
 */
export class ScaleObjective {
  readonly #load: (pooling: Pooling) => Promise<Model>;
  readonly #content: PlanarImage;
  readonly #styles: readonly PlanarImage[];
  #loaded: { readonly pooling: Pooling; readonly model: Model } | undefined;
  #current: Current | undefined;

  /**
   * @param content at the run's final size, or larger
   * @param styles one or more, at any size
   */
  constructor(
    load: (pooling: Pooling) => Promise<Model>,
    content: PlanarImage,
    styles: readonly PlanarImage[],
  ) {
    if (styles.length === 0) throw new StyleError('bad-settings', 'there is no style picture');
    this.#load = load;
    this.#content = content;
    this.#styles = styles;
  }

  /** Goes to a scale. */
  async enter(size: Size, settings: StyleSettings): Promise<void> {
    const taps = { content: tapsInUse(settings.contentLayers), style: tapsInUse(settings.styleLayers) };
    const weights = objectiveWeights(settings);
    const known = this.#knownTargets(size, settings.pooling);
    await this.#leave();
    const model = await this.#modelWith(settings.pooling);
    // The same taps for every picture, so that one session serves them all; what is not used costs little.
    const missing = {
      content: taps.content.filter((tap) => known?.activations[tap] === undefined),
      style: taps.style.filter((tap) => known?.grams[0][tap] === undefined),
    };
    let activations = known?.activations ?? {};
    if (missing.content.length > 0) {
      const computed = await model.targets(resize(this.#content, size), missing);
      activations = { ...activations, ...computed.activations };
    }
    const grams: Readonly<Record<TapName, Float32Array>>[] = [];
    for (const [index, style] of this.#styles.entries()) {
      let all = known?.grams[index] ?? {};
      if (missing.style.length > 0) {
        const picture = resize(style, styleSize(style, Math.max(size.width, size.height)));
        all = { ...all, ...(await model.targets(picture, missing)).grams };
      }
      grams.push(only(all, taps.style));
    }
    activations = only(activations, taps.content);
    const style = blendGrams(grams, settings.styleBlend);
    const objective = await model.objective({ content: activations, style, weights }, size);
    this.#current = { size, settings, weights, taps, activations, grams, objective };
  }

  /**
   * Takes changed settings over at the present scale.
   *
   * @returns whether the objective is another function now
   */
  async change(settings: StyleSettings): Promise<boolean> {
    const current = this.#inForce();
    if (settings.pooling !== current.settings.pooling || !isCompiled(settings, current.taps)) {
      await this.enter(current.size, settings);
      return true;
    }
    const weights = objectiveWeights(settings);
    const reweighted = JSON.stringify(weights) !== JSON.stringify(current.weights);
    if (reweighted) current.objective.reweight(weights);
    const reblended = settings.styleBlend.join() !== current.settings.styleBlend.join();
    if (reblended) {
      const style = blendGrams(current.grams, settings.styleBlend);
      current.objective.retarget({ content: current.activations, style });
    }
    this.#current = { ...current, settings, weights };
    return reweighted || reblended;
  }

  /** @param pixels `[3][H][W]` at the present scale */
  async evaluate(pixels: Float32Array): Promise<ObjectiveSample> {
    const { loss, terms, gradient } = await this.#inForce().objective.evaluate(pixels);
    return { value: loss, terms, gradient };
  }

  /** The terms of an evaluation, weighted as they are now, and summed by kind. */
  lossOf({ terms }: Pick<Evaluation, 'terms'>): Loss {
    const loss = { content: 0, style: 0, tv: 0 };
    const { weights } = this.#inForce();
    for (const term of Object.keys(terms) as TermName[]) {
      const kind = term.startsWith('content:') ? 'content' : term.startsWith('style:') ? 'style' : 'tv';
      loss[kind] += (weights[term] ?? 0) * terms[term];
    }
    return { total: loss.content + loss.style + loss.tv, ...loss };
  }

  async dispose(): Promise<void> {
    await this.#leave();
    await this.#unload();
  }

  /** Targets of the present scale, where they would be the same ones. */
  #knownTargets(size: Size, pooling: Pooling): Pick<Current, 'activations' | 'grams'> | undefined {
    const current = this.#current;
    if (current === undefined || current.settings.pooling !== pooling) return undefined;
    const isSame = current.size.width === size.width && current.size.height === size.height;
    return isSame ? current : undefined;
  }

  async #modelWith(pooling: Pooling): Promise<Model> {
    if (this.#loaded?.pooling !== pooling) {
      await this.#unload();
      this.#loaded = { pooling, model: await this.#load(pooling) };
    }
    return this.#loaded.model;
  }

  async #leave(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    await current?.objective.dispose();
  }

  async #unload(): Promise<void> {
    const loaded = this.#loaded;
    this.#loaded = undefined;
    await loaded?.model.dispose();
  }

  #inForce(): Current {
    if (this.#current === undefined) throw new StyleError('disposed', 'no scale has been entered');
    return this.#current;
  }
}

function isCompiled(settings: StyleSettings, taps: TargetTaps): boolean {
  return (
    tapsInUse(settings.contentLayers).every((tap) => taps.content.includes(tap)) &&
    tapsInUse(settings.styleLayers).every((tap) => taps.style.includes(tap))
  );
}

/** The entries of these taps: those of layers that are off need not be kept. */
function only<T>(all: Readonly<Record<TapName, T>>, taps: readonly TapName[]): Record<TapName, T> {
  return Object.fromEntries(taps.map((tap) => [tap, all[tap]]));
}
