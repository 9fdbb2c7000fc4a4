import { isCompiled, isSameReading, tapsOf } from './compilation';
import type { Evaluation, LoadOptions, Model, Objective, TargetTaps, TermName, Weights } from './engine';
import type { PlanarImage, Size } from './image';
import { weightedTerms } from './loss';
import { canvasSize } from './margin';
import { measureShares } from './measure-shares';
import { NextScale } from './next-scale';
import { blendGrams, objectiveWeights } from './objective';
import type { Sample } from './optimiser';
import { RunModel } from './run-model';
import { targetsOf, TargetPictures } from './scale-targets';
import type { KnownTargets } from './scale-targets';
import type { StyleSettings } from './settings';
import type { KindShares } from './shares';
import { StyleError } from './style-error';

/** An evaluation as the optimiser wants it. */
export type ObjectiveSample = Sample & Pick<Evaluation, 'terms'>;

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
  readonly #model: RunModel;
  readonly #pictures: TargetPictures;
  readonly #next: NextScale;
  #current: Current | undefined;
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
    this.#model = new RunModel(load);
    this.#pictures = new TargetPictures(content, styles);
    this.#next = new NextScale(this.#model, this.#pictures);
  }

  /** How often it has been evaluated, for whatever purpose. */
  get evaluations(): number {
    return this.#evaluations;
  }

  /** Goes to a scale. */
  async enter(size: Size, settings: StyleSettings): Promise<void> {
    await this.#enter(size, settings, this.#next.targets);
    this.#next.forgetTargets();
  }

  async #enter(size: Size, settings: StyleSettings, available: KnownTargets): Promise<void> {
    const taps = tapsOf(settings);
    const weights = objectiveWeights(settings);
    await this.#leave();
    const model = await this.#model.with(settings);
    const known = await this.#pictures.complete(model, available, size, settings);
    const spec = { ...objectiveTargets(known, settings), weights };
    const objective = await model.objective(spec, canvasSize(size, settings.margin));
    this.#next.forgetCompiled();
    this.#current = { size, settings, weights, taps, known, objective };
  }

  /** In how many steps {@link prepare} has the scale to come ready: one for each picture, and one to compile. */
  missingAhead(size: Size): number {
    return this.#next.missing(size, this.#inForce().settings);
  }

  /** Takes one step towards the scale to come, so that going there takes no long pause. */
  async prepare(size: Size): Promise<void> {
    await this.#next.prepare(size, this.#inForce().settings);
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
      const model = await this.#model.with(settings);
      known = await this.#pictures.complete(model, known, current.size, compiled);
      current.objective.retarget(objectiveTargets(known, settings));
    }
    this.#current = { ...current, settings, weights, known };
    return reweighted || retargeted;
  }

  /** @param pixels `[3][H][W]` of the canvas (the picture with its margin) at the present scale */
  async evaluate(pixels: Float32Array): Promise<ObjectiveSample> {
    const { objective } = this.#inForce();
    this.#evaluations += 1;
    const { loss, terms, gradient } = await objective.evaluate(pixels);
    return { value: loss, terms, gradient };
  }

  /**
   * Each kind's share of the gradient. Takes one evaluation where both content and style count; else none.
   *
   * @param pixels as for {@link evaluate}
   * @param gradient of the objective at `pixels`
   */
  async gradientShares(pixels: Float32Array, gradient: Float32Array): Promise<KindShares> {
    const { size, settings, weights, objective } = this.#inForce();
    const canvas = { ...canvasSize(size, settings.margin), data: pixels };
    return measureShares(canvas, gradient, weights, async (others) => {
      objective.reweight(others);
      try {
        return (await this.evaluate(pixels)).gradient;
      } finally {
        objective.reweight(weights);
      }
    });
  }

  /** The terms of an evaluation, each with its weight as it is now. */
  weighted({ terms }: Pick<Evaluation, 'terms'>): Record<TermName, number> {
    return weightedTerms(terms, this.#inForce().weights);
  }

  async dispose(): Promise<void> {
    await this.#leave();
    await this.#model.dispose();
  }

  async #leave(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    await current?.objective.dispose();
  }

  #inForce(): Current {
    if (this.#current === undefined) throw new StyleError('disposed', 'no scale has been entered');
    return this.#current;
  }
}

function objectiveTargets(known: KnownTargets, { styleBlend, form }: StyleSettings) {
  const { activations, grams } = targetsOf(known);
  return { content: activations, style: blendGrams(grams, styleBlend), form };
}

/** What the targets depend on, beside the taps and how the network reads pictures. */
function aims({ form, styleBlend, styleScale, colour }: StyleSettings) {
  return [form, styleBlend, styleScale, colour === 'match'];
}

function on(taps: readonly string[]): Record<string, number> {
  return Object.fromEntries(taps.map((tap) => [tap, 1]));
}
