'use client';

import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { ReadingStore } from '../../_lib/curve-reading';
import { valueAt, type Series } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';
import { cx } from '../ui/cx';
import { SeriesToggle } from './series-toggle';
import { useReadPoint } from './use-read-point';

interface CurveLegendProps {
  readonly series: readonly Series[];
  readonly points: readonly CurvePoint[];
  /** Keys of the series that are not shown. */
  readonly hidden: readonly string[];
  readonly reading: ReadingStore;
  readonly onToggle: (key: string) => void;
}

/** The curves by name and colour, each with what it says where it is read, else at its end. */
export function CurveLegend({ series, points, hidden, reading, onToggle }: CurveLegendProps) {
  const { t } = useTranslation();
  const layered = series.some(({ layer }) => layer !== null);
  return (
    <div
      role="group"
      aria-label={t('curves.legend')}
      className={cx(
        '-mx-1.5 flex max-h-28 basis-full flex-wrap items-center gap-x-1 overflow-y-auto',
        // Beside the chart, where it takes no height from the picture and wraps at no number; in line with the
        // head where that is wide enough.
        'lg:@max-5xl:absolute lg:@max-5xl:top-9 lg:@max-5xl:right-0 lg:@max-5xl:bottom-0 lg:@max-5xl:max-h-none lg:@max-5xl:flex-col lg:@max-5xl:flex-nowrap lg:@max-5xl:items-start',
        '@5xl:mx-0 @5xl:min-w-0 @5xl:grow @5xl:basis-0 lg:@5xl:max-h-14',
        layered ? 'lg:@max-5xl:w-57' : 'lg:@max-5xl:w-44',
      )}
    >
      {series.map((one) => (
        <SeriesToggle
          key={one.key}
          series={one}
          shown={!hidden.includes(one.key)}
          onToggle={onToggle}
          value={<ReadValue series={one} points={points} reading={reading} />}
        />
      ))}
      <ReadIteration points={points} reading={reading} />
    </div>
  );
}

interface ReadProps {
  readonly points: readonly CurvePoint[];
  readonly reading: ReadingStore;
}

const ReadValue = memo(function ReadValue({
  series,
  points,
  reading,
}: ReadProps & { readonly series: Series }) {
  const point = useReadPoint(points, reading);
  const value = point && valueAt(point, series);
  return value === undefined ? null : formatLoss(value);
});

const ReadIteration = memo(function ReadIteration({ points, reading }: ReadProps) {
  const { t } = useTranslation();
  const point = useReadPoint(points, reading);
  if (!point) return null;
  return (
    <span className="px-1.5 text-xs text-muted tabular-nums max-lg:ml-auto lg:@max-5xl:order-first @5xl:ml-auto">
      {t('curves.iteration')} {point.iteration}
    </span>
  );
});
