'use client';

import { Lock } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field as SettingField } from '../../_lib/room-reducer';
import { activeRun, isLockedOut, mayChangeSettings } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { cx } from '../ui/cx';
import { steerableFields } from '../../../server/protocol/settings';
import { FieldProblem } from './field-problem';
import { HelpLabel } from './help-label';

interface FieldProps {
  readonly field: SettingField;
  readonly label: string;
  readonly hint: string;
  /** At the end of the label's line. */
  readonly aside?: ReactNode;
  /** Why it has no effect now. */
  readonly obstacle?: string;
  readonly children?: ReactNode;
}

export const hintId = (field: SettingField) => `hint-${field}`;
const steerable: readonly SettingField[] = steerableFields;

/** One setting: its name, what it does, its control, and what is wrong with it. */
export function Field({ field, label, hint, aside, obstacle, children }: FieldProps) {
  const { t } = useTranslation();
  const [explained, setExplained] = useState(false);
  const later = useRoom(
    (state) => mayChangeSettings(state) && !steerable.includes(field) && activeRun(state) !== undefined,
  );
  const locked = useRoom(isLockedOut);
  const watching = useRoom((state) => state.session?.role === 'viewer');
  const whyNot = locked ? t('roomMenu.lockedTitle') : watching ? t('settings.watching') : undefined;
  return (
    <div className="group/field flex flex-col gap-1" title={whyNot}>
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <HelpLabel
          label={label}
          hint={hint}
          hintId={hintId(field)}
          open={explained}
          onToggle={() => setExplained(!explained)}
        />
        {locked && (
          <Lock role="img" aria-label={t('roomMenu.lockedTitle')} className="size-3 shrink-0 text-muted" />
        )}
        {later && (
          <span
            aria-hidden
            title={t('settings.nextRun')}
            className="rounded-full bg-accent-soft px-1.5 text-[0.6875rem] text-accent"
          >
            {t('settings.nextRunShort')}
          </span>
        )}
        {aside && <div className="ml-auto flex items-center gap-1.5">{aside}</div>}
      </div>
      {children}
      <div id={hintId(field)} className="text-xs text-muted empty:hidden">
        <p className={cx(!explained && 'sr-only')}>{hint}</p>
        {later && <p className="sr-only">{t('settings.nextRun')}</p>}
        {obstacle && <p>{obstacle}</p>}
      </div>
      <FieldProblem field={field} />
    </div>
  );
}
