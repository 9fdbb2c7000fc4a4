/*
 * One case of the benchmark in a process of its own: `evaluation-case.ts NETWORK SIZE`. Prints an EvaluationResult.
 */
import { availableParallelism } from 'node:os';
import { openOnnxEngine } from '../../server/engines/onnx/engine';
import { defaultSettings } from '../../server/protocol/settings';
import { networkIdSchema } from '../../server/protocol/networks';
import { toStyleSettings } from '../../server/jobs/style-settings';
import type { PlanarImage } from '../../server/style/image';
import { gaussianSource } from '../../server/style/random';
import { stylize } from '../../server/style/stylize';
import { tapsInUse } from '../../server/style/objective';
import { truncate } from '../../server/style/taps';
import { openLibrary } from '../cli/open-library';
import { convolutionMs } from './convolutions';
import { median } from './median';

export interface EvaluationResult {
  readonly network: string;
  readonly variant: string;
  readonly size: number;
  /** How many of them the medians are of; all are at the full size. */
  readonly iterations: number;
  readonly msPerIteration: number;
  readonly msPerEvaluation: number;
  /** What the convolutions of one evaluation take by themselves. */
  readonly convolutionMs: number;
  /** An evaluation over its convolutions alone: 1 is what cannot be beaten. */
  readonly evaluationToConvolutions: number;
  readonly peakRssBytes: number;
}

const ITERATIONS = 12;

const id = networkIdSchema.parse(process.argv[2]);
const size = Number(process.argv[3]);
const library = await openLibrary();
const { network, variant } = await library.open(id);
const engine = openOnnxEngine({ threads: availableParallelism() });
const evaluations: number[] = [];
const room = defaultSettings(id);
const settings = { ...toStyleSettings(room, ['style']), size, iterations: ITERATIONS };

const iterations: number[] = [];
const content = noise(size, 1);
const run = stylize({
  async load(pooling) {
    const model = await engine.load(network, { pooling, padding: 'zero' });
    return {
      targets: (image, taps) => model.targets(image, taps),
      async objective(spec, at) {
        const objective = await model.objective(spec, at);
        return {
          async evaluate(pixels) {
            const before = performance.now();
            const evaluation = await objective.evaluate(pixels);
            evaluations.push(performance.now() - before);
            return evaluation;
          },
          reweight: (weights) => objective.reweight(weights),
          retarget: (targets) => objective.retarget(targets),
          dispose: () => objective.dispose(),
        };
      },
      dispose: () => model.dispose(),
    };
  },
  content,
  styles: [noise(size, 2)],
  settings,
  // As if continued, so that all iterations are at the full size.
  start: { pixels: content, iteration: 0 },
  now: () => performance.now(),
});
for await (const iterate of run) {
  const { width, height } = iterate;
  if (width !== size || height !== size) throw new Error(`an iteration was at ${width}×${height} px`);
  if (iterate.iteration > 0) iterations.push(iterate.milliseconds);
}
const peakRssBytes = process.resourceUsage().maxRSS * 1024;
await engine.dispose();

if (iterations.length < ITERATIONS) throw new Error(`there were only ${iterations.length} iterations`);

const used = truncate(network, [...tapsInUse(settings.contentLayers), ...tapsInUse(settings.styleLayers)]);
// The first one also takes the memory that the others find there.
const msPerEvaluation = median(evaluations.slice(1));
const alone = await convolutionMs(used, { width: size, height: size });
const result: EvaluationResult = {
  network: id,
  variant,
  size,
  iterations: iterations.length,
  msPerIteration: median(iterations),
  msPerEvaluation,
  convolutionMs: alone,
  evaluationToConvolutions: msPerEvaluation / alone,
  peakRssBytes,
};
process.stdout.write(`${JSON.stringify(result)}\n`);

/** A square picture of coarse noise: 8 px blocks. */
function noise(side: number, seed: number): PlanarImage {
  const gaussian = gaussianSource(seed);
  const blocks = Math.ceil(side / 8);
  const values = Float32Array.from({ length: 3 * blocks * blocks }, () => 0.5 + 0.2 * gaussian());
  const data = new Float32Array(3 * side * side);
  for (let plane = 0; plane < 3; plane += 1) {
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) {
        data[(plane * side + y) * side + x] = values[(plane * blocks + (y >> 3)) * blocks + (x >> 3)];
      }
    }
  }
  return { width: side, height: side, data };
}
