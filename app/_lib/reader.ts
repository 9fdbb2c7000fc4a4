import type { i18n as I18n } from 'i18next';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { createI18n, loadMessages } from './i18n';
import { LANGUAGE_COOKIE, toLanguage, type Language } from './languages';

/** The language of whoever asked for this page. For the server. */
export const readerLanguage = cache(async (): Promise<Language> => {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  return toLanguage(chosen, (await headers()).get('accept-language'));
});

/** The words for whoever asked for this page: an instance of this request's own. For the server. */
export const readerI18n = cache(async (): Promise<I18n> => {
  const language = await readerLanguage();
  return createI18n(language, await loadMessages(language));
});
