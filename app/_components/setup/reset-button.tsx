'use client';

import { RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button';

interface ResetButtonProps {
  readonly label: string;
  /** The value that it goes back to, as people read it. */
  readonly value: string;
  readonly onReset: () => void;
}

/** Puts a setting back to where it was at first. It is there while there is something to put back. */
export function ResetButton({ label, value, onReset }: ResetButtonProps) {
  const { t } = useTranslation();
  return (
    <IconButton
      label={t('settings.resetTo', { label, value })}
      onClick={onReset}
      className="size-6! rounded-md pointer-coarse:size-8!"
    >
      <RotateCcw aria-hidden className="size-3!" />
    </IconButton>
  );
}
