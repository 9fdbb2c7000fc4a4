'use client';

import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Series } from '../../_lib/curve-series';
import { cx } from '../ui/cx';

interface SeriesToggleProps {
  readonly series: Series;
  /** At the point that is looked at. */
  readonly value: ReactNode;
  readonly shown: boolean;
  readonly onToggle: (key: string) => void;
}

/** What a curve is called. */
export function seriesName({ kind, layer }: Series, t: TFunction): string {
  return layer === null ? t(`curves.${kind}`) : t('curves.layer', { kind: t(`curves.${kind}`), layer });
}

export function SeriesToggle({ series, value, shown, onToggle }: SeriesToggleProps) {
  const { t } = useTranslation();
  const { kind, layer, colour } = series;
  const name = seriesName(series, t);
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={t('curves.toggle', { series: name })}
      onClick={() => onToggle(series.key)}
      className={cx(
        'flex h-7 shrink-0 items-center gap-1.5 rounded-md px-1.5 text-xs whitespace-nowrap hover:bg-raised max-lg:h-9 lg:@max-5xl:h-6',
        !shown && 'text-muted line-through',
      )}
    >
      <span
        aria-hidden
        className={cx('w-3 border-t-2', kind === 'content' && layer !== null && 'border-dashed')}
        style={{ borderColor: colour, opacity: shown ? 1 : 0.3 }}
      />
      {name}
      {/* As wide whatever it says, so that nothing moves under the pointer. */}
      <span className="min-w-9 text-left text-muted tabular-nums">{value}</span>
    </button>
  );
}
