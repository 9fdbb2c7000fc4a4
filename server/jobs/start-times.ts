import type { Forecast } from '../protocol/forecast';
import type { ForecastRequest } from './run-queue';
import type { Waiting } from './waiting-row';

/** A forecast that is off by less is not worth a message. */
const WORTH_SECONDS = 5;
const WORTH_PART = 0.2;

/** Seconds that a run which has not begun would take from where it starts; `null` where that is not known. */
export function wholeSeconds(
  { job, request }: Pick<Waiting, 'job' | 'request'>,
  forecast: (request: ForecastRequest) => Forecast | null,
): number | null {
  const { settings, start } = job;
  const whole = request && forecast({ ...request, settings });
  if (!whole) return null;
  // What is left of a run that goes on is mostly at its full size.
  return start ? (settings.iterations - start.iteration) * whole.secondsPerIteration : whole.totalSeconds;
}

/**
 * When each run of the row will begin.
 *
 * @param before seconds until the first of them does; `null` where that is not known, and then nothing is known of any
 * @param whole seconds that each of them takes
 */
export function startTimes(before: number | null, whole: readonly (number | null)[]): (number | null)[] {
  let begin = before;
  return whole.map((seconds) => {
    const own = begin;
    begin = begin === null || seconds === null ? null : begin + seconds;
    return own === null ? null : Math.round(own);
  });
}

/** Whether the row should hear of another forecast than it was told: as a wait gets shorter, of smaller differences. */
export function isWorthTelling(told: number | null, now: number | null): boolean {
  if (told === null || now === null) return told !== now;
  return Math.abs(now - told) > Math.max(WORTH_SECONDS, WORTH_PART * told);
}
