'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from './button';
import { Wordmark } from './wordmark';

interface PageMessageProps {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}

/** A whole page that says one thing. */
export function PageMessage({ title, text, children }: PageMessageProps) {
  const { t } = useTranslation();
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-6">
      <Wordmark />
      <div className="flex flex-col gap-2" role="alert">
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        <p className="text-base text-muted">{text}</p>
      </div>
      <div className="flex gap-2">
        {children}
        <Link href="/" className={buttonClass('secondary')}>
          {t('errors.home')}
        </Link>
      </div>
    </main>
  );
}
