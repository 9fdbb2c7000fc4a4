import { availableParallelism } from 'node:os';
import { openOnnxEngine } from '../../server/engines/onnx/engine';
import { toStyleSettings } from '../../server/jobs/style-settings';
import type { OpenedNetwork } from '../../server/models/library';
import type { NetworkId } from '../../server/protocol/networks';
import { defaultSettings, type Settings } from '../../server/protocol/settings';
import type { Model } from '../../server/style/engine';
import { stylize } from '../../server/style/stylize';
import { noise } from './noise';

/** What is measured, bare and in a room alike: the defaults, with every iteration at the full size. */
export function benchSettings(network: NetworkId, size: number, iterations: number): Settings {
  return { ...defaultSettings(network), size, iterations, scaleFactor: 'off', tolerance: 0 };
}

export interface TimedRun {
  /** Milliseconds of each iteration but the first, which prepares the scale. */
  readonly iterations: readonly number[];
  /** Milliseconds that each of these iterations spent in evaluations of the objective. */
  readonly evaluating: readonly number[];
  /** Milliseconds of each evaluation. */
  readonly evaluations: readonly number[];
}

/** Runs the optimisation of a square of noise, as bare as it gets, and times it. */
export async function timedRun(
  { network }: OpenedNetwork,
  id: NetworkId,
  size: number,
  count: number,
): Promise<TimedRun> {
  const engine = openOnnxEngine({ threads: availableParallelism() });
  const iterations: number[] = [];
  const evaluating: number[] = [];
  const evaluations: number[] = [];
  let spent = 0;
  const run = stylize({
    load: async (options) =>
      timed(await engine.load(network, options), (milliseconds) => {
        evaluations.push(milliseconds);
        spent += milliseconds;
      }),
    content: noise(size, 1),
    styles: [noise(size, 2)],
    settings: toStyleSettings(benchSettings(id, size, count), ['style']),
    now: () => performance.now(),
  });
  for await (const { iteration, width, height, milliseconds } of run) {
    if (width !== size || height !== size) throw new Error(`an iteration was at ${width}×${height} px`);
    if (iteration > 1) {
      iterations.push(milliseconds);
      evaluating.push(spent);
    }
    spent = 0;
  }
  await engine.dispose();
  if (iterations.length < count - 1) throw new Error(`there were only ${iterations.length} iterations`);
  return { iterations, evaluating, evaluations };
}

/** The model, telling what each evaluation takes. */
function timed(model: Model, tell: (milliseconds: number) => void): Model {
  return {
    targets: (image, taps) => model.targets(image, taps),
    prepare: model.prepare?.bind(model),
    async objective(spec, at) {
      const objective = await model.objective(spec, at);
      return {
        async evaluate(pixels) {
          const before = performance.now();
          const evaluation = await objective.evaluate(pixels);
          tell(performance.now() - before);
          return evaluation;
        },
        reweight: (weights) => objective.reweight(weights),
        retarget: (targets) => objective.retarget(targets),
        dispose: () => objective.dispose(),
      };
    },
    dispose: () => model.dispose(),
  };
}
