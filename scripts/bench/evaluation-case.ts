/*
 * One case of the benchmark in a process of its own: `evaluation-case.ts NETWORK SIZE`. Prints an EvaluationResult.
 */
import { networkIdSchema } from '../../server/protocol/networks';
import { canvasSize } from '../../server/style/margin';
import { tapsInUse } from '../../server/style/objective';
import { truncate } from '../../server/style/taps';
import { openLibrary } from '../cli/open-library';
import { convolutionMs } from './convolutions';
import { median } from './median';
import { benchSettings, timedRun } from './timed-run';

export interface EvaluationResult {
  readonly network: string;
  readonly variant: string;
  readonly size: number;
  /** How many of them the medians are of; all are at the full size. */
  readonly iterations: number;
  readonly msPerIteration: number;
  readonly msPerEvaluation: number;
  /** What the convolutions of one evaluation take by themselves, at the same canvas. */
  readonly convolutionMs: number;
  /** An evaluation over its convolutions alone: 1 is what cannot be beaten. */
  readonly evaluationToConvolutions: number;
  /** An iteration over an evaluation: above 1 is the optimiser, and its further trials. */
  readonly iterationToEvaluation: number;
  /** The part of an iteration that is not spent in evaluations: the optimiser's work on vectors. */
  readonly vectorShare: number;
  readonly peakRssBytes: number;
}

const ITERATIONS = 13;

const id = networkIdSchema.parse(process.argv[2]);
const size = Number(process.argv[3]);
const library = await openLibrary();
const opened = await library.open(id);
const { iterations, evaluating, evaluations } = await timedRun(opened, id, size, ITERATIONS);
const peakRssBytes = process.resourceUsage().maxRSS * 1024;

const { contentLayers, styleLayers, margin } = benchSettings(id, size, ITERATIONS);
const used = truncate(opened.network, [...tapsInUse(contentLayers), ...tapsInUse(styleLayers)]);
// The first one also takes the memory that the others find there.
const msPerEvaluation = median(evaluations.slice(1));
const msPerIteration = median(iterations);
const alone = await convolutionMs(used, canvasSize({ width: size, height: size }, margin));
const result: EvaluationResult = {
  network: id,
  variant: opened.variant,
  size,
  iterations: iterations.length,
  msPerIteration,
  msPerEvaluation,
  convolutionMs: alone,
  evaluationToConvolutions: msPerEvaluation / alone,
  iterationToEvaluation: msPerIteration / msPerEvaluation,
  vectorShare: median(iterations.map((milliseconds, index) => 1 - evaluating[index] / milliseconds)),
  peakRssBytes,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
