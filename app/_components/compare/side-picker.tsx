'use client';

import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import type { ComparedSide } from '../../_lib/compared';
import { picturedMoments } from '../../_lib/run-moments';
import { RunSelect } from '../runs/run-select';
import { selectClass } from '../runs/select-style';

interface SidePickerProps {
  readonly name: 'first' | 'second';
  /** Oldest first. */
  readonly runs: readonly Run[];
  readonly side: ComparedSide;
  readonly onChoose: (side: ComparedSide) => void;
}

const NEWEST = '';

/** Which run, and which moment of it, is one of the two that are compared. */
export function SidePicker({ name, runs, side, onChoose }: SidePickerProps) {
  const { t } = useTranslation();
  const run = runs.find(({ id }) => id === side.runId);
  const moments = run ? picturedMoments(run) : [];
  // A moment that was looked at may have no picture; it is said so in its place.
  const offered =
    side.iteration === null ? moments : [...new Set([...moments, side.iteration])].sort((a, b) => a - b);
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      <span aria-hidden className="text-xs text-muted">
        {t(`compare.${name}`)}
      </span>
      <RunSelect
        label={t('compare.run', { side: t(`compare.${name}`) })}
        runs={runs}
        value={side.runId}
        onChoose={(runId) => runId && onChoose({ runId, iteration: null })}
      />
      <select
        aria-label={t('compare.moment', { side: t(`compare.sides.${name}`) })}
        value={side.iteration ?? NEWEST}
        onChange={({ target: { value } }) =>
          onChoose({ ...side, iteration: value === NEWEST ? null : Number(value) })
        }
        className={selectClass}
      >
        <option value={NEWEST}>{t('compare.newest')}</option>
        {offered.map((iteration) => (
          <option key={iteration} value={iteration}>
            {t('compare.iteration', { iteration })}
          </option>
        ))}
      </select>
    </div>
  );
}
