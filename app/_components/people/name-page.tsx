'use client';

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { nameSchema } from '../../../server/protocol/commands';
import { MAX_NAME_LENGTH } from '../../../server/protocol/limits';
import { TextForm } from '../ui/text-form';
import { Wordmark } from '../ui/wordmark';

interface NamePageProps {
  readonly onName: (name: string) => void;
}

/** The first thing in a room, for who has not been in one: a page and no dialog, for there is nothing behind it yet. */
export function NamePage({ onName }: NamePageProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-6">
      <Wordmark />
      <div className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold tracking-tight">{t('name.title')}</h1>
        <p className="text-muted">{t('name.text')}</p>
      </div>
      <TextForm
        label={t('name.label')}
        action={t('name.enter')}
        initial=""
        schema={nameSchema}
        maxLength={MAX_NAME_LENGTH}
        invalidText={t('name.invalid')}
        autoComplete="nickname"
        onText={onName}
        inputRef={input}
      />
    </main>
  );
}
