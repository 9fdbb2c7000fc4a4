'use client';

import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { titleSchema } from '../../../server/protocol/commands';
import { MAX_TITLE_LENGTH } from '../../../server/protocol/limits';
import { useCommand, useRoom } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';

export function RenameDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const command = useCommand();
  const title = useRoom((state) => state.room?.title) ?? '';
  const input = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(title);
  const [invalid, setInvalid] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const next = titleSchema.safeParse(value);
    setInvalid(!next.success);
    if (next.success && (await command({ type: 'room:rename', title: next.data }))) onClose();
  }

  return (
    <Modal open title={t('roomMenu.renameTitle')} initialFocus={input} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <label className="flex flex-col gap-1.5">
          <span className="text-[0.8125rem] font-medium">{t('roomMenu.name')}</span>
          <input
            ref={input}
            value={value}
            maxLength={MAX_TITLE_LENGTH}
            aria-invalid={invalid}
            aria-describedby="title-problem"
            onFocus={(event) => event.target.select()}
            onChange={(event) => setValue(event.target.value)}
            className="h-11 rounded-lg bg-raised px-3 text-base ring-1 ring-edge ring-inset"
          />
          <span id="title-problem" className="text-[0.8125rem] text-danger">
            {invalid && t('roomMenu.invalid')}
          </span>
        </label>
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            {t('people.cancel')}
          </Button>
          <Button type="submit" look="primary">
            {t('roomMenu.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
