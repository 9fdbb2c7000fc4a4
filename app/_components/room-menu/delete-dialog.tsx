'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { roomName } from '../../_lib/room-name';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';

/** Deletes the room for good, once its name has been typed. */
export function DeleteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { connection, store, report } = useStudio();
  const title = roomName(useRoom((state) => state.room?.title) ?? '', t);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const matches = typed.trim() === title.trim();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!matches || busy) return;
    setBusy(true);
    const answer = await connection.send({ type: 'room:delete' });
    // Who deletes a room is dismissed from it like everybody else, which may be heard before the answer.
    if (answer.ok || store.getState().rejection?.code === 'not-found') {
      router.push('/');
      return;
    }
    setBusy(false);
    report(answer.problem);
  }

  return (
    <Modal
      open
      title={t('roomMenu.deleteTitle')}
      text={t('roomMenu.deleteText')}
      initialFocus={input}
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <label className="flex flex-col gap-1.5">
          <span className="text-[0.8125rem] font-medium wrap-anywhere">
            {t('roomMenu.deleteConfirm', { title })}
          </span>
          <input
            ref={input}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.target.value)}
            className="h-11 rounded-lg bg-raised px-3 text-base ring-1 ring-edge ring-inset"
          />
        </label>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {t('people.cancel')}
          </Button>
          <Button type="submit" look="danger" disabled={!matches || busy}>
            {t('roomMenu.deleteAction')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
