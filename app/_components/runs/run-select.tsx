'use client';

import { useTranslation } from 'react-i18next';
import type { RunId } from '../../../server/protocol/ids';
import type { Run } from '../../../server/protocol/runs';
import { runStateText } from '../../_lib/run-state';
import { runTitle } from '../../_lib/run-title';
import { selectClass } from './select-style';

interface RunSelectProps {
  readonly label: string;
  /** What choosing none is called; absent where one has to be chosen. */
  readonly none?: string;
  /** Oldest first. */
  readonly runs: readonly Run[];
  readonly value: RunId | null;
  readonly onChoose: (runId: RunId | null) => void;
}

/** One of the runs to choose, the latest first. */
export function RunSelect({ label, none, runs, value, onChoose }: RunSelectProps) {
  const { t } = useTranslation();
  return (
    <select
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChoose(runs.find(({ id }) => id === target.value)?.id ?? null)}
      className={selectClass}
    >
      {none !== undefined && <option value="">{none}</option>}
      {runs.toReversed().map((run) => (
        <option key={run.id} value={run.id}>
          {t('runs.option', { title: runTitle(run, t), state: runStateText(run, t) })}
        </option>
      ))}
    </select>
  );
}
