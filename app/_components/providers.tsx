'use client';

import { useEffect, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { learnSentences } from '../_lib/from-server';
import { pageI18n, type Messages } from '../_lib/i18n';
import type { Language } from '../_lib/languages';
import { Toasts } from './ui/toasts';

interface ProvidersProps {
  /** With which the page begins; from then on the menu of languages has its way. */
  readonly language: Language;
  /** Of that language alone: as data of the page, they are no part of its scripts. */
  readonly messages: Messages;
  readonly children: ReactNode;
}

export function Providers({ language, messages, children }: ProvidersProps) {
  const [i18n] = useState(() => pageI18n(language, messages));
  useEffect(() => {
    // Without them the server is quoted in its English, which is no reason to show nothing.
    learnSentences(language).catch(console.error);
  }, [language]);
  return (
    <I18nextProvider i18n={i18n}>
      {children}
      <Toasts />
    </I18nextProvider>
  );
}
