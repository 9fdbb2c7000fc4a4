'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Tip } from '../ui/icon-button';

interface HelpLabelProps {
  readonly label: string;
  /** What the setting does. */
  readonly hint: string;
  /** Id of the element that has the hint. */
  readonly hintId: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** The name of a setting. What it does shows on hovering and on focus; a press, as on a phone, unfolds it below. */
export function HelpLabel({ label, hint, hintId, open, onToggle }: HelpLabelProps) {
  const { t } = useTranslation();
  return (
    <Tip text={hint}>
      <button
        type="button"
        aria-label={t('settings.about', { label })}
        aria-expanded={open}
        aria-controls={hintId}
        onClick={onToggle}
        className="group/help flex min-w-0 items-center gap-1 rounded text-left text-[0.8125rem] font-medium"
      >
        {label}
        <CircleHelp
          aria-hidden
          className="size-3 shrink-0 text-muted opacity-0 transition-opacity group-hover/field:opacity-100 group-focus-visible/help:opacity-100 pointer-coarse:opacity-70"
        />
      </button>
    </Tip>
  );
}
