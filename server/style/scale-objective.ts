import type { Evaluation, LoadOptions, Model, Objective, TargetTaps, TermName, Weights } from './engine';
import type { PlanarImage, Size } from './image';
import { canvasSize } from './margin';
import { blendGrams, objectiveWeights, tapsInUse } from './objective';
import type { Sample } from './optimiser';
import { targetsOf, TargetPictures } from './scale-targets';
import type { KnownTargets } from './scale-targets';
import type { StyleSettings } from './settings';
import { gradientShares } from './shares';
import type { KindShares } from './shares';
import { StyleError } from './style-error';
import { totalVariationGradient } from './total-variation';

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
  readonly known: KnownTargets;
  readonly objective: Objective;
}

/**
 * The objective of a run, scale by scale: computes targets, compiles when taps or the network's reading change, and only
 * retargets or reweights when nothing else does. Owns its model.
 */
export class ScaleObjective {
  readonly #load: (options: LoadOptions) => Promise<Model>;
  readonly #pictures: TargetPictures;
  #loaded: { readonly options: LoadOptions; readonly model: Model } | undefined;
  #current: Current | undefined;
  /** Targets of the next scale, computed ahead. */
  #ahead: KnownTargets = [];
  /** What the model has compiled ahead: see {@link compilationOf}. */
  #compiledAhead: string | undefined;
  #evaluations = 0;

  /**
   * @param content at the run's final size
   * @param styles one or more, at any size
   */
  constructor(
    load: (options: LoadOptions) => Promise<Model>,
    content: PlanarImage,
    styles: readonly PlanarImage[],
  ) {
    this.#load = load;
    this.#pictures = new TargetPictures(content, styles);
  }

  /** How often it has been evaluated, for whatever purpose. */
  get evaluations(): number {
    return this.#evaluations;
  }

  /** Goes to a scale. */
  async enter(size: Size, settings: StyleSettings): Promise<void> {
    await this.#enter(size, settings, this.#ahead);
    this.#ahead = [];
  }

  async #enter(size: Size, settings: StyleSettings, available: KnownTargets): Promise<void> {
    const taps = tapsOf(settings);
    const weights = objectiveWeights(settings);
    await this.#leave();
    const model = await this.#modelWith(settings);
    const known = await this.#pictures.complete(model, available, size, settings);
    const spec = { ...objectiveTargets(known, settings), weights };
    const objective = await model.objective(spec, canvasSize(size, settings.margin));
    this.#compiledAhead = undefined;
    this.#current = { size, settings, weights, taps, known, objective };
  }

  /** In how many steps {@link prepare} has the scale to come ready: one for each picture, and one to compile. */
  missingAhead(size: Size): number {
    const { settings } = this.#inForce();
    const pictures = this.#pictures.missing(this.#ahead, size, settings);
    const isCompiled =
      this.#loaded?.model.prepare === undefined || this.#compiledAhead === compilationOf(settings, size);
    return pictures + (isCompiled ? 0 : 1);
  }

  /**
   * Takes one step towards the scale to come, so that going there takes no long pause: computes the targets of one more
   * picture, or, where all are known, has the model compile.
   */
  async prepare(size: Size): Promise<void> {
    const { settings } = this.#inForce();
    const model = await this.#modelWith(settings);
    if (this.#pictures.missing(this.#ahead, size, settings) > 0) {
      this.#ahead = await this.#pictures.complete(model, this.#ahead, size, settings, 1);
    } else {
      await model.prepare?.(tapsOf(settings), canvasSize(size, settings.margin));
      this.#compiledAhead = compilationOf(settings, size);
    }
  }

  /**
   * Takes changed settings over at the present scale.
   *
   * @returns whether the objective is another function now
   */
  async change(settings: StyleSettings): Promise<boolean> {
    const current = this.#inForce();
    if (!isSameReading(settings, current.settings) || !isCompiled(settings, current.taps)) {
      await this.#enter(current.size, settings, current.known);
      return true;
    }
    const weights = objectiveWeights(settings);
    const reweighted = JSON.stringify(weights) !== JSON.stringify(current.weights);
    if (reweighted) current.objective.reweight(weights);
    let { known } = current;
    const retargeted = JSON.stringify(aims(settings)) !== JSON.stringify(aims(current.settings));
    if (retargeted) {
      // The taps that were compiled stay, also those that are off: only weights leave a term out.
      const compiled = {
        ...settings,
        contentLayers: on(current.taps.content),
        styleLayers: on(current.taps.style),
      };
      const model = await this.#modelWith(settings);
      known = await this.#pictures.complete(model, known, current.size, compiled);
      current.objective.retarget(objectiveTargets(known, settings));
    }
    this.#current = { ...current, settings, weights, known };
    return reweighted || retargeted;
  }

  /** @param pixels `[3][H][W]` at the present scale */
  async evaluate(pixels: Float32Array): Promise<ObjectiveSample> {
    const { objective } = this.#inForce();
    this.#evaluations += 1;
    const { loss, terms, gradient } = await objective.evaluate(pixels);
    return { value: loss, terms, gradient };
  }

  /**
   * Each kind's share of the gradient. Takes one evaluation where both content and style count; else none.
   *
   * @param gradient of the objective at `pixels`
   */
  async gradientShares(pixels: Float32Array, gradient: Float32Array): Promise<KindShares> {
    const { size, settings, weights, objective } = this.#inForce();
    const canvas = { ...canvasSize(size, settings.margin), data: pixels };
    const tv = totalVariationGradient(canvas, weights.tv ?? 0);
    const contentWeights = kindOf(weights, 'content:');
    if (!hasWeight(contentWeights)) return gradientShares(gradient, new Float32Array(gradient.length), tv);
    if (!hasWeight(kindOf(weights, 'style:'))) {
      return gradientShares(
        gradient,
        gradient.map((value, i) => value - tv[i]),
        tv,
      );
    }
    objective.reweight(contentWeights);
    try {
      const { gradient: content } = await this.evaluate(pixels);
      return gradientShares(gradient, content, tv);
    } finally {
      objective.reweight(weights);
    }
  }

  /** The terms of an evaluation, each with its weight as it is now. */
  weighted({ terms }: Pick<Evaluation, 'terms'>): Record<TermName, number> {
    const { weights } = this.#inForce();
    const weighted = {} as Record<TermName, number>;
    for (const term of Object.keys(terms) as TermName[]) weighted[term] = (weights[term] ?? 0) * terms[term];
    return weighted;
  }

  async dispose(): Promise<void> {
    await this.#leave();
    await this.#unload();
  }

  async #modelWith({ pooling, padding }: LoadOptions): Promise<Model> {
    const options = { pooling, padding };
    if (this.#loaded === undefined || !isSameReading(this.#loaded.options, options)) {
      await this.#unload();
      this.#loaded = { options, model: await this.#load(options) };
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

/** Weighted terms summed by kind. */
export function lossOf(weighted: Readonly<Record<TermName, number>>): Loss {
  const loss = { content: 0, style: 0, tv: 0 };
  for (const term of Object.keys(weighted) as TermName[]) {
    const kind = term.startsWith('content:') ? 'content' : term.startsWith('style:') ? 'style' : 'tv';
    loss[kind] += weighted[term];
  }
  return { total: loss.content + loss.style + loss.tv, ...loss };
}

function objectiveTargets(known: KnownTargets, { styleBlend, form }: StyleSettings) {
  const { activations, grams } = targetsOf(known);
  return { content: activations, style: blendGrams(grams, styleBlend), form };
}

/** What the targets depend on, beside the taps and how the network reads pictures. */
function aims({ form, styleBlend, styleScale, colour }: StyleSettings) {
  return [form, styleBlend, styleScale, colour === 'match'];
}

function tapsOf({ contentLayers, styleLayers }: StyleSettings): TargetTaps {
  return { content: tapsInUse(contentLayers), style: tapsInUse(styleLayers) };
}

/** All that compiling depends on. */
function compilationOf(settings: StyleSettings, { width, height }: Size): string {
  const { pooling, padding } = settings;
  return JSON.stringify([tapsOf(settings), pooling, padding, width, height]);
}

function isSameReading(a: LoadOptions, b: LoadOptions): boolean {
  return a.pooling === b.pooling && a.padding === b.padding;
}

function isCompiled(settings: StyleSettings, taps: TargetTaps): boolean {
  return (
    tapsInUse(settings.contentLayers).every((tap) => taps.content.includes(tap)) &&
    tapsInUse(settings.styleLayers).every((tap) => taps.style.includes(tap))
  );
}

function on(taps: readonly string[]): Record<string, number> {
  return Object.fromEntries(taps.map((tap) => [tap, 1]));
}

function kindOf(weights: Weights, prefix: 'content:' | 'style:'): Weights {
  return Object.fromEntries(Object.entries(weights).filter(([term]) => term.startsWith(prefix)));
}

function hasWeight(weights: Weights): boolean {
  return Object.values(weights).some((weight) => weight !== undefined && weight > 0);
}
