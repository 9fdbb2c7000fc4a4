'use client';

import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mayEdit } from '../../_lib/room-selectors';
import type { Restoring } from '../../_lib/intake';
import { planRestore } from '../../_lib/restore';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { RestoreChanges } from './restore-changes';

interface RestoreDialogProps {
  readonly restoring: Restoring;
}

/** A picture that Atelier made can give back how it was made: asks whether that is meant, or the picture, or both. */
export function RestoreDialog({ restoring: { making, file } }: RestoreDialogProps) {
  const { t } = useTranslation();
  const { intake, settings } = useStudio();
  const setup = useRoom((state) => state.room?.setup);
  const networks = useRoom((state) => state.networks);
  const editor = useRoom(mayEdit);
  const locked = useRoom((state) => state.room?.settingsLocked === true && state.session?.role !== 'owner');
  const asPicture = useRef<HTMLButtonElement>(null);
  if (!setup) return null;

  const plan = planRestore(making, { ...setup, networks });
  const changes = Object.keys(plan.patch).length;
  const usable = editor && !locked && changes > 0;

  function answer(what: { readonly settings: boolean; readonly picture: boolean }): void {
    if (what.settings) {
      // What waits is sent first: then this is one command, and one undo takes it back.
      settings.flush();
      settings.change(plan.patch);
      settings.flush();
    }
    intake.endRestore(what.picture);
  }

  return (
    <Modal
      open
      title={t('restore.title')}
      text={t('restore.text', { name: file.name })}
      initialFocus={usable ? undefined : asPicture}
      onClose={() => intake.endRestore(false)}
    >
      {locked && <p className="text-[0.8125rem]">{t('restore.locked')}</p>}
      {changes === 0 ? (
        <p className="text-[0.8125rem]">{t('restore.same')}</p>
      ) : (
        <RestoreChanges plan={plan} settings={setup.settings} />
      )}
      {plan.notes.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 pl-4 text-[0.8125rem] text-muted">
          {plan.notes.map(({ field, reason }) => (
            <li key={field}>{t(`restore.notes.${reason}`, { field: t(`settings.fields.${field}`) })}</li>
          ))}
        </ul>
      )}
      {(making.steered || making.continuedFrom !== null) && (
        <p className="text-[0.8125rem] text-muted">
          {t(making.steered ? 'restore.steered' : 'restore.continued')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" disabled={!usable} onClick={() => answer({ settings: true, picture: false })}>
          {t('restore.useSettings')}
        </Button>
        <Button ref={asPicture} onClick={() => answer({ settings: false, picture: true })}>
          {t('restore.usePicture')}
        </Button>
        <Button disabled={!usable} onClick={() => answer({ settings: true, picture: true })}>
          {t('restore.useBoth')}
        </Button>
        <Button look="quiet" className="ml-auto" onClick={() => intake.endRestore(false)}>
          {t('restore.cancel')}
        </Button>
      </div>
    </Modal>
  );
}
