'use client';

import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { RunId } from '../../../server/protocol/ids';
import type { Run } from '../../../server/protocol/runs';
import { formatLoss } from '../../_lib/format';
import { RunSelect } from '../runs/run-select';

interface OverlayPickerProps {
  /** Oldest first, without the one that the chart is about. */
  readonly runs: readonly Run[];
  readonly value: RunId | null;
  /** Of the chosen run, at the iteration that is looked at. */
  readonly point: CurvePoint | undefined;
  readonly onChoose: (runId: RunId | null) => void;
}

/** Which other run's curves are laid over these, dotted, and its loss. */
export function OverlayPicker({ runs, value, point, onChoose }: OverlayPickerProps) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-1.5">
      {value !== null && <span aria-hidden className="w-4 border-t-2 border-dotted border-ink" />}
      <RunSelect
        label={t('curves.overlay')}
        none={t('curves.overlayNone')}
        runs={runs}
        value={value}
        onChoose={onChoose}
      />
      {point && <span className="text-xs text-muted tabular-nums">{formatLoss(point.total)}</span>}
    </span>
  );
}
