import { createInstance, type i18n as I18n } from 'i18next';
import type { Language } from './languages';
import type { en } from './messages/en';
import type { Translation } from './messages/translation';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** The words of one language, as data. */
export type Messages = Translation<typeof en>;

/**
 * The words outside of React, in the browser, which has one reader. Empty on the server, where requests in different
 * languages run at the same time: components take theirs from `useTranslation`, what Next calls takes them from
 * `readerI18n`.
 */
export const i18n = createInstance();

/** A page's instance: in the browser {@link i18n} itself, on the server one for this rendering alone. */
export function pageI18n(language: Language, messages: Messages): I18n {
  if (typeof window === 'undefined') return createI18n(language, messages);
  if (!i18n.isInitialized) startI18n(i18n, language, messages);
  return i18n;
}

export function createI18n(language: Language, messages: Messages): I18n {
  const instance = createInstance();
  startI18n(instance, language, messages);
  return instance;
}

export async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case 'en':
      return (await import('./messages/en')).en;
    case 'zh-Hans':
      return (await import('./messages/zh')).zh;
  }
}

/** Shows another language at once, without losing anything of the page. */
export async function showLanguage(language: Language, messages: Messages): Promise<void> {
  i18n.addResourceBundle(language, 'translation', messages);
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Gives an instance its one language. */
export function startI18n(instance: I18n, language: Language, messages: Messages): void {
  void instance.init({
    lng: language,
    // Each language has every key: the type checker sees to it.
    fallbackLng: false,
    load: 'currentOnly',
    resources: { [language]: { translation: messages } },
    // What the server says comes a little later.
    react: { bindI18nStore: 'added' },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    // The words are here: without waiting, the first render has them already.
    initAsync: false,
  });
}
