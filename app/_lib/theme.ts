export const themes = ['dark', 'light', 'system'] as const;
export type Theme = (typeof themes)[number];

/** A cookie and not local storage: so the server renders the right theme, without a script before the first paint. */
export const THEME_COOKIE = 'theme';

export function toTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'dark';
}

/** Shows a theme and remembers it for a year. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax`;
}
