import { createInstance } from 'i18next';
import { en } from './messages/en';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** The texts of the page. Free of React, so that server components can use it too. */
export const i18n = createInstance();

void i18n.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  // The texts are bundled: without waiting, the first render has them already.
  initAsync: false,
});
