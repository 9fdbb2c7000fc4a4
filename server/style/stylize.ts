import type { LoadOptions, Model } from './engine';
import { withChromaOf } from './colour';
import type { PlanarImage, Size } from './image';
import { initialPicture } from './initial-picture';
import { IterationPlan } from './iteration-plan';
import type { PlanStart } from './iteration-plan';
import { resize } from './resize';
import { ScaleObjective } from './scale-objective';
import { ScaleRun } from './scale-run';
import type { Measurement, Standing } from './scale-run';
import { scaleOf, scaleSizes } from './schedule';
import type { SteeringPatch, StyleSettings } from './settings';

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
   * To go on where a run was: its picture and the number of its last iteration, up to `settings.iterations`. With
   * `scale` (from 0), what a run that was not interrupted would still have made at that scale and those after it is
   * made; without it, all that is left is made at the last scale. What the optimiser had learnt is not known here: it
   * begins anew, and so do the margin, a mirror image again, the running average, and the window in which convergence
   * is looked for.
   */
  readonly start?: StylizeStart;
  /** Asked between iterations; what it returns holds from the next iteration on. */
  steer?(): SteeringPatch | undefined;
  /** A clock: milliseconds from any fixed moment. */
  now(): number;
}

export interface StylizeStart {
  /** The optimiser's own point without its margin, of any size. */
  readonly pixels: PlanarImage;
  readonly iteration: number;
  /** Where the settings have no such scale of the picture's size, the one of the nearest size is meant. */
  readonly scale?: number | undefined;
}

/** The state after one iteration. The first of a run is the picture that it starts from. */
export interface Iterate extends Measurement {
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
  const finalSize = sizes[sizes.length - 1];
  const plan = new IterationPlan(settings.iterations, sizes.length, start && planStart(start, sizes));
  let began = now();

  // Pictures of many megapixels are gone through once; the coarser scales are made from the last one's.
  const content = resize(input.content, finalSize);
  const objective = new ScaleObjective((options) => input.load(options), content, input.styles);
  let picture = start?.pixels ?? initialPicture({ ...input, content }, sizes[plan.scale], settings);
  let isFirst = true;

  const iterateOf = (measured: Measurement, standing: Standing, converged: boolean): Iterate =>
    withPictures(standing, settings.colour === 'luminance' ? content : undefined, {
      ...measured,
      iteration: plan.iteration,
      totalIterations: plan.totalIterations,
      scale: plan.scale,
      scales: plan.scales,
      finalSize,
      converged: converged && plan.isDone,
      evaluations: objective.evaluations,
      milliseconds: now() - began,
    });

  try {
    do {
      const run = await ScaleRun.start(objective, sizes[plan.scale], picture, settings);
      if (isFirst) {
        yield iterateOf(await run.measure(), run.standing, false);
        began = now();
        isFirst = false;
      }
      for (;;) {
        const patch = input.steer?.();
        if (patch !== undefined) {
          if (patch.iterations !== undefined && patch.iterations !== settings.iterations) {
            plan.change(patch.iterations);
          }
          settings = { ...settings, ...patch };
        }
        // What changes at the end of a scale is for the next one.
        if (plan.leftAtScale === 0) break;
        if (patch !== undefined) await run.change(settings);
        await prepareNext(objective, plan, sizes);
        await run.step();
        plan.count();
        const measured = await run.measure();
        const converged = plan.leftAtScale > 0 && run.hasConverged(measured.loss.total, settings.tolerance);
        if (converged) plan.leaveScale();
        yield iterateOf(measured, run.standing, converged);
        began = now();
      }
      picture = run.standing.point();
    } while (plan.advance());
  } finally {
    await objective.dispose();
  }
}

function planStart({ pixels, iteration, scale }: StylizeStart, sizes: readonly Size[]): PlanStart {
  return { iteration, scale: scale === undefined ? undefined : scaleOf(pixels, scale, sizes) };
}

/** Gets the next scale ready in the last iterations of the present one, a step an iteration. */
async function prepareNext(
  objective: ScaleObjective,
  plan: IterationPlan,
  sizes: readonly Size[],
): Promise<void> {
  if (plan.nextScale === undefined) return;
  const size = sizes[plan.nextScale];
  if (plan.leftAtScale <= objective.missingAhead(size)) await objective.prepare(size);
}

/** @param chroma the picture whose colours are shown in place of its own, of any size */
function withPictures(
  { width, height, point, shown }: Standing,
  chroma: PlanarImage | undefined,
  rest: Omit<Iterate, 'width' | 'height' | 'pixels' | 'picture'>,
): Iterate {
  return {
    ...rest,
    width,
    height,
    get pixels() {
      return point().data;
    },
    picture() {
      const picture = shown();
      return chroma === undefined ? picture : withChromaOf(picture, resize(chroma, { width, height }));
    },
  };
}
