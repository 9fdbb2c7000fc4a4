/*
 * What it costs a run to keep its moments: `keeping-case.ts NETWORK SIZE`. Every other iterate of a run is made a keyframe, as a
 * run in a room does it, and its next iteration compared with the one after that, which nothing disturbs. Prints a
 * KeepingResult.
 */
import { availableParallelism } from 'node:os';
import { serialize } from 'node:v8';
import { openOnnxEngine } from '../../server/engines/onnx/engine';
import { toCheckpoint } from '../../server/jobs/checkpoint';
import { KeyframeEncoder } from '../../server/jobs/keyframe-encoder';
import { toStyleSettings } from '../../server/jobs/style-settings';
import { isKeyframe } from '../../server/protocol/keyframes';
import { CHECKPOINT_INTERVAL_MS } from '../../server/protocol/limits';
import { networkIdSchema, type NetworkId } from '../../server/protocol/networks';
import { defaultSettings } from '../../server/protocol/settings';
import { stylize } from '../../server/style/stylize';
import { openLibrary } from '../cli/open-library';
import { median } from './median';
import { noise } from './noise';
import { benchSettings } from './timed-run';

export interface KeepingResult {
  readonly network: NetworkId;
  readonly size: number;
  /** Of an iteration that nothing is kept of. */
  readonly msPerIteration: number;
  /** By which a keyframe makes an iteration longer. */
  readonly keyframeMs: number;
  readonly checkpointMs: number;
  /** Of the time of a run with the default number of iterations, all of them at this size. */
  readonly share: number;
}

const PAIRS = 12;

const network = networkIdSchema.parse(process.argv[2]);
const size = Number(process.argv[3]);
const library = await openLibrary();
const opened = await library.open(network);
const engine = openOnnxEngine({ threads: availableParallelism() });
const encoder = new KeyframeEncoder(async ({ png }) => void serialize(png));
const run = stylize({
  load: (options) => engine.load(opened.network, options),
  content: noise(size, 1),
  styles: [noise(size, 2)],
  settings: toStyleSettings(benchSettings(network, size, 2 * PAIRS + 2), ['style']),
  now: () => performance.now(),
});

const kept: number[] = [];
const plain: number[] = [];
const checkpoints: number[] = [];
let before = performance.now();
for await (const iterate of run) {
  // The first iteration prepares the scale.
  if (iterate.iteration > 2) (iterate.iteration % 2 === 1 ? kept : plain).push(performance.now() - before);
  const { width, height, pixels } = iterate;
  const at = performance.now();
  serialize(toCheckpoint({ width, height, data: pixels }));
  checkpoints.push(performance.now() - at);
  before = performance.now();
  if (iterate.iteration % 2 === 0) await encoder.add(iterate);
  else await encoder.sendFinished();
}
await encoder.settle();
await engine.dispose();

const msPerIteration = median(plain);
const keyframeMs = median(plain.map((milliseconds, index) => kept[index] - milliseconds));
const checkpointMs = median(checkpoints);
const { iterations } = defaultSettings(network);
const wholeMs = iterations * msPerIteration;
const keyframes = Array.from({ length: iterations }, (_, index) => index + 1).filter(isKeyframe).length;
const share =
  (keyframes * keyframeMs + Math.floor(wholeMs / CHECKPOINT_INTERVAL_MS) * checkpointMs) / wholeMs;
const result: KeepingResult = { network, size, msPerIteration, keyframeMs, checkpointMs, share };
process.stdout.write(`${JSON.stringify(result)}\n`);
