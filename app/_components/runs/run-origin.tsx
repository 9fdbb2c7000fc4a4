'use client';

import { GitFork } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../../../server/protocol/moments';
import type { Run } from '../../../server/protocol/runs';
import { settingsAt } from '../../../server/protocol/settings-at';
import { formatList } from '../../_lib/format';
import { runInSentence } from '../../_lib/run-title';
import { differenceName, settingText } from '../../_lib/setting-words';
import { settingsDifference } from '../../_lib/settings-difference';
import { useNames } from '../../_lib/use-names';

interface RunOriginProps {
  readonly run: Run;
  readonly from: Moment;
  /** `null` where it is not in the room any more. */
  readonly parent: Run | null;
}

/** What a run was forked from, and in which settings it differs from that. */
export function RunOrigin({ run, from, parent }: RunOriginProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { iteration } = from;
  const differences = parent ? settingsDifference(settingsAt(parent, iteration), run.settings) : [];
  const changes = differences.map((one) =>
    t('runs.change', {
      name: differenceName(one, names, t),
      from: settingText(one.field, one.from, names, t),
      to: settingText(one.field, one.to, names, t),
    }),
  );
  const line =
    parent && changes.length === 0
      ? t('runs.same', { run: runInSentence(parent, t) })
      : formatList(changes, t);
  return (
    <>
      <span className="flex items-start gap-1 text-xs text-muted">
        <GitFork aria-hidden className="mt-0.5 size-3 shrink-0" />
        <span className="min-w-0">
          {parent
            ? t('runs.forkedFrom', { run: runInSentence(parent, t), iteration })
            : t('runs.lost', { iteration })}
        </span>
      </span>
      {line && (
        <span title={line} className="truncate text-xs text-muted">
          {line}
        </span>
      )}
    </>
  );
}
