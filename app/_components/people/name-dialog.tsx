'use client';

import { useTranslation } from 'react-i18next';
import { nameSchema } from '../../../server/protocol/commands';
import { MAX_NAME_LENGTH } from '../../../server/protocol/limits';
import { TextDialog } from '../ui/text-dialog';

interface NameDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly action: string;
  readonly initial?: string;
  readonly onName: (name: string) => void;
  /** Absent where a name is needed. */
  readonly onClose?: () => void;
}

export function NameDialog({ initial = '', onName, ...props }: NameDialogProps) {
  const { t } = useTranslation();
  return (
    <TextDialog
      {...props}
      label={t('name.label')}
      initial={initial}
      schema={nameSchema}
      maxLength={MAX_NAME_LENGTH}
      invalidText={t('name.invalid')}
      autoComplete="nickname"
      onText={onName}
    />
  );
}
