export const language = {
  label: 'Language',
  failed:
    'The words of this language could not be loaded, so the page stays as it is. Check your network, then try again.',
} as const;
