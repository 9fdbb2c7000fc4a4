'use client';

import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { groupMarks, type MarkGroup } from '../../_lib/mark-groups';
import { settingValue } from '../../_lib/setting-value';
import { fieldName, isField, type Names } from '../../_lib/setting-words';
import { useStudio } from '../../_lib/studio-context';
import { useNames } from '../../_lib/use-names';

/** Marks of one member that are so many iterations apart were one gesture. */
const WITHIN = 5;

/** Who changed what of a run while it was going; a line leads to the moment before it. */
export function SteeringLog({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const names = useNames();
  const groups = groupMarks(run.marks, WITHIN);
  return (
    <section aria-label={t('runPage.steering.title')} className="flex flex-col gap-2">
      <h3 className="font-medium">{t('runPage.steering.title')}</h3>
      {groups.length === 0 ? (
        <p className="text-[0.8125rem] text-muted">{t('runPage.steering.none')}</p>
      ) : (
        <ol className="flex flex-col text-[0.8125rem]">
          {groups.map((group, index) => (
            <li
              key={index}
              className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 border-t border-line py-1"
            >
              <button
                type="button"
                aria-label={t('runPage.steering.show', { iteration: group.iteration })}
                title={run.keyframes.length === 0 ? t('runPage.steering.noMoments') : undefined}
                disabled={run.keyframes.length === 0}
                onClick={() => store.dispatch({ type: 'view', runId: run.id, moment: group.iteration })}
                className="self-start rounded-sm text-left text-accent tabular-nums not-disabled:underline not-disabled:underline-offset-2"
              >
                {group.iteration}
              </button>
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{group.memberName}</span>
                {group.changes.map((change) => (
                  <Change key={change.field} change={change} names={names} />
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface ChangeProps {
  readonly change: MarkGroup['changes'][number];
  readonly names: Names;
}

function Change({ change: { field, from, to }, names }: ChangeProps) {
  const { t } = useTranslation();
  if (!isField(field)) return <span className="block text-muted">{field}</span>;
  return (
    <span className="block text-muted">
      {t('curves.change', {
        field: fieldName(field, t),
        from: settingValue(field, from, names, t),
        to: settingValue(field, to, names, t),
      })}
    </span>
  );
}
