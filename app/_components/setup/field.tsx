'use client';

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field as SettingField } from '../../_lib/room-reducer';
import { activeRun, isLockedOut, mayChangeSettings } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { steerableFields } from '../../../server/protocol/settings';
import { FieldProblem } from './field-problem';

interface FieldProps {
  readonly field: SettingField;
  readonly label: string;
  readonly hint: string;
  /** Beside the label. */
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
  const later = useRoom(
    (state) => mayChangeSettings(state) && !steerable.includes(field) && activeRun(state) !== undefined,
  );
  const locked = useRoom(isLockedOut);
  return (
    <div className="flex flex-col gap-1" title={locked ? t('roomMenu.lockedTitle') : undefined}>
      <div className="flex items-center justify-between gap-3">
        <span className="flex items-center gap-1.5 text-[0.8125rem] font-medium">
          {label}
          {locked && <Lock role="img" aria-label={t('roomMenu.lockedTitle')} className="size-3 text-muted" />}
        </span>
        {aside}
      </div>
      {children}
      <p id={hintId(field)} className="text-xs text-muted">
        {hint}
        {obstacle && <span className="block pt-0.5 text-ink">{obstacle}</span>}
        {later && <span className="block pt-0.5 text-accent">{t('settings.nextRun')}</span>}
      </p>
      <FieldProblem field={field} />
    </div>
  );
}
