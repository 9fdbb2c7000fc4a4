import { Adam } from './adam';
import { ConvergenceWindow } from './convergence';
import type { TermName } from './engine';
import type { PlanarImage, Size } from './image';
import { Lbfgs } from './lbfgs';
import { lossOf } from './loss';
import type { Loss } from './loss';
import { canvasSize, withMargin, withoutMargin } from './margin';
import type { Optimiser } from './optimiser';
import { resize } from './resize';
import type { ObjectiveSample, ScaleObjective } from './scale-objective';
import type { StyleSettings } from './settings';
import type { KindShares } from './shares';
import { SharesMeter } from './shares-meter';

/**
 * What has just been entered or steered was evaluated already for it: the shares of its gradient come with the second
 * iteration from there. The very first frame does not wait for them either, and they would say little of a start from
 * the content, which has no content loss.
 */
const SHARES_WAIT = 2;

/** What is measured of the picture after an iteration. */
export interface Measurement {
  /** The terms with their weights. */
  readonly loss: Loss;
  /** The raw, unweighted terms. */
  readonly terms: Readonly<Record<TermName, number>>;
  /** Each term with its weight: they sum to `loss.total`. */
  readonly weighted: Readonly<Record<TermName, number>>;
  /**
   * Each kind's share of the gradient, `‖g_kind‖ / Σ ‖g‖`: from the second iteration of a scale, and after
   * steering, every 25 iterations; else undefined.
   */
  readonly gradientShares?: KindShares;
}

/** The picture as it stands after an iteration; it stays as it is when the run goes on. */
export interface Standing extends Size {
  /** The optimiser's own point without its margin, cut out of its canvas when asked for. */
  point(): PlanarImage;
  /** What to show: the point, or the running average where that is asked for; likewise. */
  shown(): PlanarImage;
}

/** One scale of a run: the optimiser, on a canvas of that scale's size, and what is measured of its picture. */
export class ScaleRun {
  readonly #objective: ScaleObjective;
  readonly #size: Size;
  readonly #margin: number;
  readonly #optimiser: Optimiser<ObjectiveSample>;
  readonly #shares: SharesMeter;
  readonly #window = new ConvergenceWindow();

  private constructor(
    objective: ScaleObjective,
    size: Size,
    margin: number,
    optimiser: Optimiser<ObjectiveSample>,
  ) {
    this.#objective = objective;
    this.#size = size;
    this.#margin = margin;
    this.#optimiser = optimiser;
    this.#shares = new SharesMeter(objective, SHARES_WAIT);
  }

  /**
   * Enters a scale.
   *
   * @param picture what to start from, of any size
   * @throws StyleError where picture and settings make no objective
   */
  static async start(
    objective: ScaleObjective,
    size: Size,
    picture: PlanarImage,
    settings: StyleSettings,
  ): Promise<ScaleRun> {
    await objective.enter(size, settings);
    const { margin } = settings;
    const optimiser = await startOptimiser(
      settings,
      objective,
      withMargin(resize(picture, size), margin).data,
    );
    return new ScaleRun(objective, size, margin, optimiser);
  }

  get standing(): Standing {
    const { shown } = this.#optimiser;
    const { x } = this.#optimiser.point;
    return standingOn(this.#size, this.#margin, x, shown);
  }

  /** One iteration. One that finds nothing lower counts as well: the run keeps its length, and steering may wake it. */
  async step(): Promise<void> {
    await this.#optimiser.step();
    this.#shares.count();
  }

  /** Measures the picture as it stands: takes an evaluation where shares of the gradient are due. */
  async measure(): Promise<Measurement> {
    const { point } = this.#optimiser;
    const { terms } = point.sample;
    const weighted = this.#objective.weighted(point.sample);
    const gradientShares = await this.#shares.read(point);
    return { loss: lossOf(weighted), terms, weighted, gradientShares };
  }

  /**
   * Takes the loss of one more iteration down.
   *
   * @param tolerance relative decrease; 0: never converged
   * @returns whether the scale has converged
   */
  hasConverged(loss: number, tolerance: number): boolean {
    return this.#window.add(loss, tolerance);
  }

  /** Takes steered settings over, from the next iteration on. */
  async change(settings: StyleSettings): Promise<void> {
    this.#window.clear();
    if (this.#optimiser instanceof Adam) this.#optimiser.tune(adamOptions(settings));
    if (await this.#objective.change(settings)) {
      await this.#optimiser.restart();
      this.#shares.dueIn(SHARES_WAIT);
    }
  }
}

/** On its own, so that a picture that is kept keeps no optimiser, with all that it remembers, from being let go. */
function standingOn(size: Size, margin: number, x: Float32Array, shown: Float32Array): Standing {
  const cut = (data: Float32Array): PlanarImage => withoutMargin({ ...canvasSize(size, margin), data }, size);
  return { ...size, point: () => cut(x), shown: () => cut(shown) };
}

function startOptimiser(
  settings: StyleSettings,
  objective: ScaleObjective,
  x: Float32Array,
): Promise<Optimiser<ObjectiveSample>> {
  const evaluate = (point: Float32Array): Promise<ObjectiveSample> => objective.evaluate(point);
  return settings.optimiser === 'adam'
    ? Adam.start(evaluate, x, adamOptions(settings))
    : Lbfgs.start(evaluate, x);
}

function adamOptions({ learningRate, iterateAveraging }: StyleSettings) {
  return { learningRate, averaging: iterateAveraging };
}
