'use client';

import { useTranslation } from 'react-i18next';
import { titleSchema } from '../../../server/protocol/commands';
import { MAX_TITLE_LENGTH } from '../../../server/protocol/limits';
import { useCommand, useRoom } from '../../_lib/studio-context';
import { TextDialog } from '../ui/text-dialog';

export function RenameDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const command = useCommand();
  const title = useRoom((state) => state.room?.title) ?? '';

  async function rename(next: string): Promise<void> {
    if (await command({ type: 'room:rename', title: next })) onClose();
  }

  return (
    <TextDialog
      title={t('roomMenu.renameTitle')}
      label={t('roomMenu.name')}
      action={t('roomMenu.save')}
      initial={title}
      schema={titleSchema}
      maxLength={MAX_TITLE_LENGTH}
      invalidText={t('roomMenu.invalid')}
      selected
      onText={(next) => void rename(next)}
      onClose={onClose}
    />
  );
}
