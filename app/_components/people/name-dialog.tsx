'use client';

import { useTranslation } from 'react-i18next';
import { nameSchema } from '../../../server/protocol/commands';
import { MAX_NAME_LENGTH } from '../../../server/protocol/limits';
import { TextDialog } from '../ui/text-dialog';

interface NameDialogProps {
  readonly title: string;
  readonly action: string;
  readonly initial: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

export function NameDialog({ onName, ...props }: NameDialogProps) {
  const { t } = useTranslation();
  return (
    <TextDialog
      {...props}
      label={t('name.label')}
      schema={nameSchema}
      maxLength={MAX_NAME_LENGTH}
      invalidText={t('name.invalid')}
      autoComplete="nickname"
      onText={onName}
    />
  );
}
