'use client';

import { useTranslation } from 'react-i18next';
import { SIZE_PX } from '../../../server/protocol/limits';
import { formatEstimate, formatGigabytes } from '../../_lib/format';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';

/** What the next run would take; where it would not fit, the size that does, for a click. */
export function ForecastLine() {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const forecast = useRoom((state) => state.room?.forecast ?? null);
  const size = useRoom((state) => settingOf(state, 'size')) ?? 0;
  const editor = useRoom(mayChangeSettings);
  if (!forecast) return null;
  const { totalSeconds, peakBytes, fits, largestSize } = forecast;
  const memory = formatGigabytes(peakBytes);
  if (fits) {
    return (
      <p id="forecast" data-testid="forecast" className="text-xs text-muted tabular-nums">
        <span className="sr-only">{t('run.forecast.label')}: </span>
        {t('run.forecast.text', { time: formatEstimate(totalSeconds, t), memory })}
      </p>
    );
  }
  const smaller = largestSize >= SIZE_PX.min && largestSize < size;
  return (
    <div id="forecast" data-testid="forecast" className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <p className="max-w-80 text-xs text-danger">
        {smaller
          ? t('run.forecast.tooLarge', { memory, size: largestSize })
          : t('run.forecast.nothingFits', { memory })}
      </p>
      {smaller && editor && (
        <Button size="small" onClick={() => settings.change({ size: largestSize })}>
          {t('run.forecast.use', { size: largestSize })}
        </Button>
      )}
    </div>
  );
}
