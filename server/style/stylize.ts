import type { LoadOptions, Model, TermName } from './engine';
import { Adam } from './adam';
import { withChromaOf } from './colour';
import { ConvergenceWindow } from './convergence';
import type { PlanarImage, Size } from './image';
import { initialPicture } from './initial-picture';
import { Lbfgs } from './lbfgs';
import { canvasSize, withMargin, withoutMargin } from './margin';
import type { Optimiser } from './optimiser';
import { resize } from './resize';
import { lossOf, ScaleObjective } from './scale-objective';
import type { Loss, ObjectiveSample } from './scale-objective';
import { replan, scaleSizes, shareIterations } from './schedule';
import type { SteeringPatch, StyleSettings } from './settings';
import type { KindShares } from './shares';
import { StyleError } from './style-error';

/** Iterations from one measurement of the gradient's shares to the next. */
const SHARES_INTERVAL = 25;

export interface StylizeInput {
  /** Gives the network with that pooling and padding. The model belongs to the run, which disposes it. */
  load(options: LoadOptions): Promise<Model>;
  /** At full resolution, or shrunk to no less than the chosen size. */
  readonly content: PlanarImage;
  /** One or more, likewise. */
  readonly styles: readonly PlanarImage[];
  readonly settings: StyleSettings;
  /** What to start from where `settings.initialisation` is `image`; of any size, cut to the content's proportions. */
  readonly initial?: PlanarImage;
  /**
   * To go on where another run ended: its picture and the number of its last iteration. The run goes on at the last
   * scale, with an empty L-BFGS history, up to `settings.iterations`. With iteration 0 it makes all its iterations at
   * the last scale, from that picture.
   */
  readonly start?: { readonly pixels: PlanarImage; readonly iteration: number };
  /** Asked between iterations; what it returns holds from the next iteration on. */
  steer?(): SteeringPatch | undefined;
  /** A clock: milliseconds from any fixed moment. */
  now(): number;
}

/** The state after one iteration. The first of a run is the picture that it starts from. */
export interface Iterate {
  /** From 0, or from `start.iteration` in a run that is continued. */
  readonly iteration: number;
  /** What `iteration` will be at the end, as things stand. */
  readonly totalIterations: number;
  /** The scale that the picture belongs to, from 0, and how many there are. */
  readonly scale: number;
  readonly scales: number;
  readonly width: number;
  readonly height: number;
  /** The size that the result will have. */
  readonly finalSize: Size;
  /** `[3][height][width]`, unclamped, the optimiser's own point without its margin: keep it as long as you like, but only read it. */
  readonly pixels: Float32Array;
  /** The picture to show: the running average where that is asked for, in the colours that are asked for. */
  picture(): PlanarImage;
  /** The terms with their weights. */
  readonly loss: Loss;
  /** The raw, unweighted terms. */
  readonly terms: Readonly<Record<TermName, number>>;
  /** Each term with its weight: they sum to `loss.total`. */
  readonly weighted: Readonly<Record<TermName, number>>;
  /**
   * Each kind's share of the gradient, `‖g_kind‖ / Σ ‖g‖`: at the start of a scale, after steering and every 25
   * iterations; else undefined.
   */
  readonly gradientShares?: KindShares;
  /** Whether the run ends here, before its last iteration, because it has converged (`settings.tolerance`). */
  readonly converged: boolean;
  /** Evaluations of the objective since the run began. */
  readonly evaluations: number;
  /** What this iteration took, with the preparation of its scale; time spent waiting for the caller is not in it. */
  readonly milliseconds: number;
}

/** The picture to show of an iterate, at the size that the run was to have: what a run that is stopped early delivers. */
export function atFullSize(iterate: Pick<Iterate, 'picture' | 'finalSize'>): PlanarImage {
  return resize(iterate.picture(), iterate.finalSize);
}

/**
 * The optimiser's own point at the size that the run was to have, neither averaged nor with other colours: what a run
 * can be continued from.
 */
export function rawAtFullSize(
  iterate: Pick<Iterate, 'width' | 'height' | 'pixels' | 'finalSize'>,
): PlanarImage {
  const { width, height, pixels, finalSize } = iterate;
  return resize({ width, height, data: pixels }, finalSize);
}

/**
 * Paints: optimises a picture, from coarse to fine, until its Gram matrices are close to those of the styles and its
 * activations to those of the content (Gatys, Ecker & Bethge 2016; coarse to fine after Gatys et al. 2017). Yields the
 * start, and then the state after every iteration. To pause, do not ask for the next; to stop, call `return()`.
 * However it ends, the model is disposed.
 *
 * The same input gives the same pictures, bit for bit, as long as nobody steers.
 *
 * @throws StyleError where a picture or a setting, also a steered one, makes no objective
 */
export async function* stylize(input: StylizeInput): AsyncGenerator<Iterate, void, void> {
  const { start, now } = input;
  let { settings } = input;
  const sizes = scaleSizes(input.content, settings.size, settings);
  const last = sizes.length - 1;
  const finalSize = sizes[last];
  const startsAt = start?.iteration ?? 0;
  const done = sizes.map(() => 0);
  /** Iterations of scales that were left early, since they had converged. */
  const dropped = sizes.map(() => 0);
  let rest = firstPlan(settings.iterations, start?.iteration, sizes.length);
  let scale = nextScale(rest, 0);
  let began = now();

  // Pictures of many megapixels are gone through once; the coarser scales are made from the last one's.
  const content = resize(input.content, finalSize);
  const objective = new ScaleObjective((options) => input.load(options), content, input.styles);
  let pixels = start?.pixels ?? initialPicture({ ...input, content }, sizes[scale], settings);
  let isFirst = true;
  try {
    for (;;) {
      const size = sizes[scale];
      await objective.enter(size, settings);
      const optimiser = await startOptimiser(
        settings,
        objective,
        withMargin(resize(pixels, size), settings.margin).data,
      );
      const window = new ConvergenceWindow();
      const cut = (data: Float32Array): PlanarImage =>
        withoutMargin({ ...canvasSize(size, settings.margin), data }, size);
      let sharesDue = 0;
      let measured: { readonly of: ObjectiveSample; readonly shares: KindShares } | undefined;
      const iterate = async (isFresh: boolean): Promise<Iterate> => {
        const { x, sample } = optimiser.point;
        const weighted = objective.weighted(sample);
        const loss = lossOf(weighted);
        const converged = !isFirst && rest[scale] > 0 && window.add(loss.total, settings.tolerance);
        if (converged) {
          dropped[scale] += rest[scale];
          rest[scale] = 0;
        }
        // What has just been entered or steered was evaluated already for it: the shares come with the next iteration.
        const measures = sharesDue <= 0 && !isFresh;
        if (measures) {
          // Where the picture has not moved since, nothing else would come out.
          if (measured?.of !== sample) {
            measured = { of: sample, shares: await objective.gradientShares(x, sample.gradient) };
          }
          sharesDue = SHARES_INTERVAL;
        }
        const { shown } = optimiser;
        const { colour } = settings;
        return {
          iteration: startsAt + sum(done),
          totalIterations: startsAt + sum(done) + sum(rest),
          scale,
          scales: sizes.length,
          ...size,
          finalSize,
          get pixels() {
            return cut(x).data;
          },
          picture() {
            const picture = cut(shown);
            return colour === 'luminance' ? withChromaOf(picture, resize(content, size)) : picture;
          },
          loss,
          terms: sample.terms,
          weighted,
          gradientShares: measures ? measured?.shares : undefined,
          converged: converged && sum(rest) === 0,
          evaluations: objective.evaluations,
          milliseconds: now() - began,
        };
      };
      let isFresh = !isFirst;
      if (isFirst) {
        yield await iterate(false);
        began = now();
        isFirst = false;
      }
      for (;;) {
        const patch = input.steer?.();
        if (patch !== undefined) {
          if (patch.iterations !== undefined && patch.iterations !== settings.iterations) {
            const counted = done.map((count, index) => count + dropped[index]);
            rest = replan(Math.max(1, patch.iterations - startsAt), counted, scale);
          }
          settings = { ...settings, ...patch };
          window.clear();
        }
        // What changes at the end of a scale is for the next one.
        if (rest[scale] === 0) break;
        if (patch !== undefined) {
          if (optimiser instanceof Adam) optimiser.tune(adamOptions(settings));
          if (await objective.change(settings)) {
            await optimiser.restart();
            sharesDue = 0;
            isFresh = true;
          }
        }
        const next = nextScale(rest, scale + 1);
        if (next >= 0 && rest[scale] <= objective.missingAhead(sizes[next])) {
          await objective.prepare(sizes[next]);
        }
        // An iteration that finds nothing lower counts as well: the run keeps its length, and steering may wake it.
        await optimiser.step();
        done[scale] += 1;
        rest[scale] -= 1;
        sharesDue -= 1;
        yield await iterate(isFresh);
        isFresh = false;
        began = now();
      }
      pixels = cut(optimiser.point.x);
      if (sum(rest) === 0) return;
      scale = nextScale(rest, scale + 1);
    }
  } finally {
    await objective.dispose();
  }
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

/** Iterations to do at each scale: from coarse to fine in a new run, all at the last scale in one that is continued. */
function firstPlan(iterations: number, startsAt: number | undefined, scales: number): number[] {
  if (startsAt === undefined) return shareIterations(iterations, scales);
  if (!(iterations > startsAt)) {
    throw new StyleError('bad-settings', `${startsAt} iterations are done already; ask for more than that`);
  }
  return [...Array.from({ length: scales - 1 }, () => 0), iterations - startsAt];
}

/** The first scale from `from` on that has iterations left; a run of few iterations leaves the coarsest out. */
function nextScale(rest: readonly number[], from: number): number {
  return rest.findIndex((count, index) => index >= from && count > 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
