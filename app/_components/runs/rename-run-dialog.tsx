'use client';

import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { runNameSchema } from '../../../server/protocol/commands';
import { MAX_RUN_NAME_LENGTH } from '../../../server/protocol/limits';
import type { Run } from '../../../server/protocol/runs';
import { useCommand } from '../../_lib/studio-context';
import { TextDialog } from '../ui/text-dialog';

/** Blanks, or nothing: the run goes by its number. */
const nothingSchema = z.string().trim().length(0);
const schema = z.union([nothingSchema, runNameSchema]);

interface RenameRunDialogProps {
  readonly run: Run;
  readonly onClose: () => void;
}

export function RenameRunDialog({ run, onClose }: RenameRunDialogProps) {
  const { t } = useTranslation();
  const command = useCommand();

  async function rename(name: string): Promise<void> {
    if (await command({ type: 'run:rename', runId: run.id, name: name || null })) onClose();
  }

  return (
    <TextDialog
      title={t('runs.rename', { number: run.number })}
      text={t('runs.renameText')}
      label={t('runs.nameLabel')}
      action={t('runs.nameSave')}
      initial={run.name ?? ''}
      schema={schema}
      maxLength={MAX_RUN_NAME_LENGTH}
      invalidText={t('runs.nameInvalid', { count: MAX_RUN_NAME_LENGTH })}
      autoComplete="off"
      selected
      onText={(name) => void rename(name)}
      onClose={onClose}
    />
  );
}
