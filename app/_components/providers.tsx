'use client';

import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { i18n } from '../_lib/i18n';
import { Toasts } from './ui/toasts';

export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      {children}
      <Toasts />
    </I18nextProvider>
  );
}
