'use client';

import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nameSchema } from '../../../server/protocol/commands';
import { MAX_NAME_LENGTH } from '../../../server/protocol/limits';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';

interface NameDialogProps {
  readonly title: string;
  readonly text?: string;
  readonly action: string;
  readonly initial?: string;
  readonly onName: (name: string) => void;
  /** Absent where a name is needed. */
  readonly onClose?: () => void;
}

export function NameDialog({ title, text, action, initial = '', onName, onClose }: NameDialogProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(initial);
  const [invalid, setInvalid] = useState(false);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const name = nameSchema.safeParse(value);
    setInvalid(!name.success);
    if (name.success) onName(name.data);
  }

  return (
    <Modal open title={title} text={text} initialFocus={input} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        <label className="flex flex-col gap-1.5">
          <span className="text-[0.8125rem] font-medium">{t('name.label')}</span>
          <input
            ref={input}
            value={value}
            maxLength={MAX_NAME_LENGTH}
            autoComplete="nickname"
            aria-invalid={invalid}
            aria-describedby="name-problem"
            onChange={(event) => setValue(event.target.value)}
            className="h-11 rounded-lg bg-raised px-3 text-base ring-1 ring-edge ring-inset"
          />
          <span id="name-problem" className="text-[0.8125rem] text-danger">
            {invalid && t('name.invalid')}
          </span>
        </label>
        <div className="flex justify-end gap-2">
          {onClose && (
            <Button look="quiet" onClick={onClose}>
              {t('name.cancel')}
            </Button>
          )}
          <Button type="submit" look="primary">
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
