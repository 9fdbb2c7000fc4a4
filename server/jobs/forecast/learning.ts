import type { ForecastRequest } from '../run-queue';
import { forecast, NO_CORRECTION, type Correction } from './forecast';
import type { MachineSample, RunSample } from './samples';

/** How much the latest run counts against those before it. */
const NEWEST = 0.4;
/** A run that differs from the model by more than this was disturbed; it counts as if it had differed by this much. */
const LIMIT = 4;

/**
 * What a correction becomes by a finished run: an exponentially weighted mean, in which the latest counts most.
 *
 * @throws StyleError `bad-picture` where the run's pictures make no run
 */
export function learn(correction: Correction, run: RunSample, sample: MachineSample): Correction {
  const request: ForecastRequest = run;
  const raw = forecast(request, sample, Infinity, NO_CORRECTION);
  return {
    time:
      run.secondsPerIteration === null
        ? correction.time
        : mixed(correction.time, run.secondsPerIteration / raw.secondsPerIteration),
    memory:
      run.peakBytes === null
        ? correction.memory
        : mixed(
            correction.memory,
            // What the process had by itself is known.
            (run.peakBytes - sample.idleBytes) / (raw.peakBytes - sample.idleBytes),
          ),
  };
}

function mixed(before: number, measured: number): number {
  return (1 - NEWEST) * before + NEWEST * Math.min(LIMIT, Math.max(1 / LIMIT, measured));
}
