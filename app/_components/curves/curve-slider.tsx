'use client';

import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import { readingTarget, type ReadingStore } from '../../_lib/curve-reading';
import { valueAt, type Series } from '../../_lib/curve-series';
import { formatList, formatLoss } from '../../_lib/format';
import type { PlotArea } from './curve-plot';
import { seriesName } from './series-toggle';
import { useReadPoint } from './use-read-point';

interface CurveSliderProps {
  readonly points: readonly CurvePoint[];
  readonly series: readonly Series[];
  /** Keys of the series that are not read out. */
  readonly hidden: readonly string[];
  readonly area: PlotArea;
  readonly reading: ReadingStore;
  readonly onPick: (iteration: number) => void;
}

/** Reads the curve by keys: a slider along the iterations whose value is what the curves say there. */
export function CurveSlider({ points, series, hidden, area, reading, onPick }: CurveSliderProps) {
  const { t } = useTranslation();
  const point = useReadPoint(points, reading);
  if (!point) return null;

  function onKeyDown(event: KeyboardEvent): void {
    const { iteration } = reading.getState();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') return onPick(iteration ?? point!.iteration);
    if (event.key === 'Escape') return reading.setState({ iteration: null, by: 'keys' });
    const iterations = points.map((one) => one.iteration);
    const to = readingTarget(event.key, iterations, iteration);
    if (to === null) return;
    event.preventDefault();
    reading.setState({ iteration: to, by: 'keys' });
  }

  /** Stays where it is from now on: what goes along with a run would be read out with every iteration. */
  function onFocus(): void {
    reading.setState({ iteration: point!.iteration, by: 'keys' });
  }

  function onBlur(): void {
    reading.setState({ iteration: null, by: 'keys' });
  }

  const values = series.flatMap((one) => {
    const value = hidden.includes(one.key) ? undefined : valueAt(point, one);
    return value === undefined ? [] : [`${seriesName(one, t)} ${formatLoss(value)}`];
  });
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('curves.read')}
      aria-valuemin={points[0]!.iteration}
      aria-valuemax={points.at(-1)!.iteration}
      aria-valuenow={point.iteration}
      aria-valuetext={t('curves.readAt', { iteration: point.iteration, values: formatList(values, t) })}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
      className="pointer-events-none absolute rounded-sm"
      style={{ left: area.left, top: area.top, width: area.width, height: area.height }}
    />
  );
}
