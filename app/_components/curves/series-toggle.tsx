'use client';

import { useTranslation } from 'react-i18next';
import type { Series } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';
import { cx } from '../ui/cx';

interface SeriesToggleProps {
  readonly series: Series;
  /** At the point that is looked at. */
  readonly value: number | undefined;
  readonly shown: boolean;
  readonly onToggle: () => void;
}

export function SeriesToggle({ series, value, shown, onToggle }: SeriesToggleProps) {
  const { t } = useTranslation();
  const { kind, layer, colour } = series;
  const label =
    layer === null ? t(`curves.${kind}`) : t('curves.layer', { kind: t(`curves.${kind}`), layer });
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={t('curves.toggle', { series: label })}
      onClick={onToggle}
      className={cx(
        'flex h-7 items-center gap-1.5 rounded-md px-1.5 text-xs hover:bg-raised',
        !shown && 'text-muted line-through',
      )}
    >
      <span
        aria-hidden
        className="h-0.5 w-3 rounded-full"
        style={{ background: colour, opacity: shown ? 1 : 0.3 }}
      />
      {label}
      {value !== undefined && <span className="text-muted tabular-nums">{formatLoss(value)}</span>}
    </button>
  );
}
