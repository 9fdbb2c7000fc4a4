'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../_lib/languages';

/**
 * Stands in a page that has words from the server itself, and asks for it again where the reader's language has become
 * another: by the menu, or before the way back to a page that the browser remembers.
 */
export function ServerWords({ language }: { readonly language: Language }) {
  const router = useRouter();
  const { i18n } = useTranslation();
  const wanted = i18n.language;
  useEffect(() => {
    if (wanted !== language) router.refresh();
  }, [router, wanted, language]);
  return null;
}
