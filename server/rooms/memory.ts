import { steerableFields, type Settings } from '../protocol/settings';
import type { Painting, RoomContext } from './inputs';
import { refuse, type Transition } from './outcome';
import type { RunRecord } from './record';

/** Whether the machine has memory for such a run, as far as that is known: `null`, or the refusal. */
export function checkFits(painting: Painting, context: RoomContext): Transition | null {
  const forecast = context.forecast(painting);
  if (!forecast || forecast.fits) return null;
  const { size } = painting.settings;
  return refuse(
    'too-large',
    `A picture of ${size} px would need about ${gigabytes(forecast.peakBytes)} of memory, which is more than this server has. ` +
      `Choose a size of at most ${forecast.largestSize} px and start a run.`,
    'size',
  );
}

/**
 * Whether a run that is going still fits once it is steered: `null`, or the refusal, which names the first of the changed
 * settings with which it no longer does. What takes no more memory than the run takes now passes in any case: the machine
 * may have been measured only after the run had started, and a forecast is no reason to take the other controls away.
 */
export function checkSteeredFits(run: RunRecord, steered: Settings, context: RoomContext): Transition | null {
  const present = context.forecast(run)?.peakBytes ?? 0;
  const excess = (settings: Settings) => {
    const forecast = context.forecast({ ...run, settings });
    return forecast && !forecast.fits && forecast.peakBytes > present ? forecast : null;
  };
  const forecast = excess(steered);
  if (!forecast) return null;

  let settings = run.settings;
  const cause = steerableFields.find((field) => {
    settings = { ...settings, [field]: steered[field] };
    return excess(settings);
  });
  return refuse(
    'too-large',
    `With this change the run would need about ${gigabytes(forecast.peakBytes)} of memory, which is more than this server has. ` +
      `Nothing was changed, and the run goes on as before. ${(cause && remedies[cause]) ?? 'Leave this as it was'}, ` +
      `or stop the run and start one of at most ${forecast.largestSize} px.`,
    cause,
  );
}

const remedies: Partial<Record<keyof Settings, string>> = {
  styleScale: 'Choose a smaller style scale',
  contentLayers: 'Choose content layers that are less deep',
  styleLayers: 'Choose style layers that are less deep',
};

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
