'use client';

import { useRef, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Modal } from './modal';

interface ConfirmDialogProps {
  readonly title: string;
  /** What will happen. */
  readonly text: string;
  readonly action: string;
  /** Answers whether it was done; the dialog stays where it was not. */
  readonly onConfirm: () => Promise<boolean>;
  readonly onClose: () => void;
  /** What gets the focus once it was done, where that takes away what the dialog was opened from. */
  readonly focusAfter?: RefObject<HTMLElement | null>;
}

/** Asks before something that cannot simply be taken back. */
export function ConfirmDialog({ title, text, action, onConfirm, onClose, focusAfter }: ConfirmDialogProps) {
  const { t } = useTranslation();
  const cancel = useRef<HTMLButtonElement>(null);
  const [busy, setBusy] = useState(false);
  const confirmed = useRef(false);

  async function confirm(): Promise<void> {
    setBusy(true);
    const done = await onConfirm();
    setBusy(false);
    confirmed.current = done;
    if (done) onClose();
  }

  return (
    <Modal
      open
      title={title}
      text={text}
      initialFocus={cancel}
      finalFocus={() => (confirmed.current && focusAfter ? focusAfter.current : true)}
      onClose={onClose}
    >
      <div className="flex justify-end gap-2">
        <Button ref={cancel} look="quiet" onClick={onClose}>
          {t('people.cancel')}
        </Button>
        <Button look="danger" disabled={busy} onClick={() => void confirm()}>
          {action}
        </Button>
      </div>
    </Modal>
  );
}
