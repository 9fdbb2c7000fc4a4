'use client';

import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { RunId } from '../../../server/protocol/ids';
import type { Run } from '../../../server/protocol/runs';
import type { ReadingStore } from '../../_lib/curve-reading';
import { formatLoss } from '../../_lib/format';
import { RunSelect } from '../runs/run-select';
import { useReadPoint } from './use-read-point';

interface OverlayPickerProps {
  /** Oldest first, without the one that the chart is about. */
  readonly runs: readonly Run[];
  readonly value: RunId | null;
  /** Of the chosen run. */
  readonly points: readonly CurvePoint[];
  readonly reading: ReadingStore;
  readonly onChoose: (runId: RunId | null) => void;
}

/** Which other run's curves are laid over these, dotted, and its loss where the curves are read. */
export function OverlayPicker({ runs, value, points, reading, onChoose }: OverlayPickerProps) {
  const { t } = useTranslation();
  const point = useReadPoint(points, reading);
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      {value !== null && <span aria-hidden className="w-4 shrink-0 border-t-2 border-dotted border-ink" />}
      {value !== null && point && (
        <span className="text-xs text-muted tabular-nums">{formatLoss(point.total)}</span>
      )}
      <RunSelect
        label={t('curves.overlay')}
        none={t('curves.overlayNone')}
        runs={runs}
        value={value}
        onChoose={onChoose}
      />
    </span>
  );
}
