'use client';

import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { settingsSchema } from '../../../server/protocol/settings';
import { groupMarks, type MarkGroup } from '../../_lib/mark-groups';
import type { Field } from '../../_lib/room-reducer';
import { settingValue } from '../../_lib/setting-value';
import type { Names } from '../../_lib/setting-words';
import { useStudio } from '../../_lib/studio-context';
import { useNamed } from '../../_lib/use-named';

/** Marks of one member that are so many iterations apart were one gesture. */
const WITHIN = 5;

/** Who changed what of a run while it was going; a line leads to the moment before it. */
export function SteeringLog({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const named = useNamed();
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
                disabled={run.keyframes.length === 0}
                onClick={() => store.dispatch({ type: 'view', runId: run.id, moment: group.iteration })}
                className="self-start rounded-sm text-left text-accent tabular-nums not-disabled:underline not-disabled:underline-offset-2"
              >
                {group.iteration}
              </button>
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{group.memberName}</span>
                {group.changes.map((change) => (
                  <Change key={change.field} change={change} named={named} />
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
  readonly named: Names;
}

function Change({ change: { field, from, to }, named }: ChangeProps) {
  const { t } = useTranslation();
  // A mark may name a setting that there is no more.
  if (!(field in settingsSchema.shape)) return <span className="block text-muted">{field}</span>;
  const known = field as Field;
  return (
    <span className="block text-muted">
      {t('curves.change', {
        field: t(`settings.fields.${known}`),
        from: settingValue(known, from, named, t),
        to: settingValue(known, to, named, t),
      })}
    </span>
  );
}
