import type { Forecast } from '../../protocol/forecast';
import { SIZE_PX } from '../../protocol/limits';
import type { Settings } from '../../protocol/settings';
import type { ForecastRequest } from '../run-queue';
import { planOf, type PlannedScale } from './plan';
import type { MachineSample } from './samples';
import { workOf, type Work } from './work';

/** By how much runs have differed from the model so far; 1 where none has been made. */
export interface Correction {
  readonly time: number;
  readonly memory: number;
}
export const NO_CORRECTION: Correction = { time: 1, memory: 1 };

/**
 * Evaluations that an iteration takes, with line searches that try twice, the measurement of the gradient's shares, the
 * optimiser's own vectors and what is sent counted in.
 */
const EVALUATIONS_PER_ITERATION = { lbfgs: 1.12, adam: 1.06 } as const;
/** A forward pass that gives its memory back takes this part of an evaluation. */
const FORWARD = 0.7;
/** Evaluations before the first iteration of a scale, the very first of which also takes the memory for all others. */
const EVALUATIONS_TO_START = 4;

/*
 * The memory model is fitted to the largest resident memory of a computing process that painted squares of 256, 512 and
 * 1024 px: 791, 1235 and 2802 MB with VGG-19, 333, 589 and 1535 MB with compact. It is within 6 % of each.
 */
/** Resident memory over the bytes of the activations: forward and backward values, and the workspace of convolutions. */
const ACTIVATION_FACTOR = 1.35;
/** Largest values that are alive at once in a forward pass that gives its memory back. */
const FORWARD_FACTOR = 4;
/** The weights as they are read, serialised, in the session, and rearranged for both directions. */
const WEIGHT_FACTOR = 6.7;
/** The engine's own once it has a session, and the decoders' and encoders'. */
const SESSION_BYTES = 105e6;
/** Of the optimiser, for a picture of three float32 planes: history, direction, point, gradient, and pictures to show. */
const VECTORS_BYTES_PER_PIXEL = { lbfgs: 530, adam: 330 } as const;
const PICTURE_BYTES_PER_PIXEL = 12;

/**
 * What a run would take. Time: what was measured at two small sizes of one network, as a fixed part and a part for each
 * pixel, the latter scaled by the arithmetic of the layers in use. Memory: the process, its weights, and the
 * activations of all layers as far as the deepest that is read. Both with what earlier runs have taught.
 *
 * @param memoryBytes what the machine can give to the process
 * @param corrections per network
 * @throws StyleError `bad-picture` where pictures and settings make no run
 */
export function forecast(
  request: ForecastRequest,
  sample: MachineSample,
  memoryBytes: number,
  correction: Correction = NO_CORRECTION,
): Forecast {
  const plan = planOf(request);
  const work = workIn(sample, request.settings);
  const seconds = secondsOf(sample, work, correction.time);
  const perIteration = (pixels: number): number =>
    EVALUATIONS_PER_ITERATION[request.settings.optimiser] * seconds(pixels);
  let totalSeconds = 0;
  for (const { pixels, iterations, stylePixels } of plan) {
    if (iterations === 0) continue;
    const targets = [pixels, ...stylePixels].reduce((sum, count) => sum + FORWARD * seconds(count), 0);
    totalSeconds += targets + EVALUATIONS_TO_START * seconds(pixels) + iterations * perIteration(pixels);
  }
  const peakBytes = peakBytesOf(plan, request.settings, sample, correction.memory);
  return {
    secondsPerIteration: perIteration(plan.at(-1)!.pixels),
    totalSeconds,
    peakBytes,
    fits: peakBytes <= memoryBytes,
    largestSize: largestSize(request, sample, memoryBytes, correction),
  };
}

/**
 * The largest size that fits, by bisection: a larger picture never takes less memory.
 *
 * @returns the smallest that the protocol allows where not even that fits
 */
export function largestSize(
  request: ForecastRequest,
  sample: MachineSample,
  memoryBytes: number,
  correction: Correction = NO_CORRECTION,
): number {
  const fits = (size: number): boolean => {
    const settings = { ...request.settings, size };
    const plan = planOf({ ...request, settings });
    return peakBytesOf(plan, settings, sample, correction.memory) <= memoryBytes;
  };
  let [low, high] = [SIZE_PX.min, SIZE_PX.max];
  if (fits(high)) return high;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function workIn(sample: MachineSample, settings: Settings): Work {
  return workOf(
    sample.layers[settings.network],
    [settings.contentLayers, settings.styleLayers].flatMap((layers) =>
      Object.keys(layers).filter((layer) => layers[layer]! > 0),
    ),
  );
}

/** Seconds of an evaluation by pixels. */
function secondsOf(sample: MachineSample, work: Work, correction: number): (pixels: number) => number {
  const [small, large] = sample.evaluations as [Evaluation, Evaluation];
  const whole = large.seconds / large.pixels;
  // On a busy machine the smaller picture may have taken longer: then everything counts as proportional.
  const slope = Math.min(whole, (large.seconds - small.seconds) / (large.pixels - small.pixels));
  const perPixel = slope > whole / 2 ? slope : whole;
  const fixed = large.seconds - perPixel * large.pixels;
  const measured = workOf(sample.layers[sample.network], [sample.deepestTap]);
  const ratio = work.operations / measured.operations;
  return (pixels) => correction * (fixed + ratio * perPixel * pixels);
}
type Evaluation = MachineSample['evaluations'][number];

function peakBytesOf(
  plan: readonly PlannedScale[],
  settings: Settings,
  sample: MachineSample,
  correction: number,
): number {
  const work = workIn(sample, settings);
  const layers = sample.layers[settings.network];
  const allWeights = workOf(layers, [layers.at(-1)!.name]).weightBytes;
  const vectors = VECTORS_BYTES_PER_PIXEL[settings.optimiser];
  const perPixel = ACTIVATION_FACTOR * work.activationBytes + vectors;
  let peak = 0;
  let keptBefore = 0;
  for (const { pixels, stylePixels } of plan) {
    const forStyles = Math.max(0, ...stylePixels) * FORWARD_FACTOR * work.widestBytes + keptBefore;
    const pictures = PICTURE_BYTES_PER_PIXEL * stylePixels.reduce((sum, count) => sum + count, 0);
    peak = Math.max(peak, pixels * perPixel + pictures, forStyles + pictures);
    keptBefore = pixels * perPixel;
  }
  const constant = SESSION_BYTES + WEIGHT_FACTOR * work.weightBytes + allWeights;
  return sample.idleBytes + correction * (constant + peak);
}
