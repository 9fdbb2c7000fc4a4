'use client';

import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Modal } from './modal';
import { TextForm, type TextFormProps } from './text-form';

interface TextDialogProps<Text extends string> extends Omit<TextFormProps<Text>, 'inputRef' | 'children'> {
  readonly title: string;
  readonly text?: string;
  readonly onClose: () => void;
}

/** Asks for a line of text. */
export function TextDialog<Text extends string>({ title, text, onClose, ...form }: TextDialogProps<Text>) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Modal open title={title} text={text} initialFocus={input} onClose={onClose}>
      <TextForm {...form} inputRef={input}>
        <Button look="quiet" onClick={onClose}>
          {t('people.cancel')}
        </Button>
      </TextForm>
    </Modal>
  );
}
