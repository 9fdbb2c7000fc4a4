/** Languages that the page speaks, as i18next, `Intl` and the `lang` attribute know them. */
export const languages = ['en', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** Each by its own name, as its readers look for it. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '简体中文' };

/** A cookie and not local storage: so the server renders the right language. */
export const LANGUAGE_COOKIE = 'language';

/**
 * The language for a reader: the one that was chosen, else the first of the browser's that there is, else English.
 * @param chosen the cookie's value
 * @param accepted the header `Accept-Language` (RFC 9110, 12.5.4)
 */
export function toLanguage(chosen: string | undefined, accepted: string | null): Language {
  return languages.find((language) => language === chosen) ?? firstOf(accepted ?? '');
}

/** How the reader writes dates in a language: as in the country that the browser names, where it names one. */
export function localeOf(language: Language): string {
  const own = globalThis.navigator?.languages.find((locale) => primary(locale) === primary(language));
  return own ?? language;
}

/** Chooses a language for a year. */
export function rememberLanguage(language: Language): void {
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=31536000; samesite=lax`;
}

function firstOf(accepted: string): Language {
  const wanted = accepted
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { tag, quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    // Stable: of equal ones the first stays the first.
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const found = languages.find((language) => primary(language) === primary(tag));
    if (found) return found;
  }
  return 'en';
}

/** Who reads Chinese in any script or country reads Simplified Chinese better than English. */
function primary(tag: string): string {
  return tag.split('-')[0];
}
