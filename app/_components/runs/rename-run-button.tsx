'use client';

import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { mayEdit } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { IconButton } from '../ui/icon-button';
import { onDemand } from '../ui/on-demand';

const RenameRunDialog = onDemand(() =>
  import('./rename-run-dialog').then((module) => module.RenameRunDialog),
);

/** Opens what gives a run another name; nothing for those who may not. */
export function RenameRunButton({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const editor = useRoom(mayEdit);
  const [open, setOpen] = useState(false);
  if (!editor) return null;
  return (
    <>
      <IconButton label={t('runs.rename', { number: run.number })} onClick={() => setOpen(true)}>
        <Pencil aria-hidden />
      </IconButton>
      {open && <RenameRunDialog run={run} onClose={() => setOpen(false)} />}
    </>
  );
}
