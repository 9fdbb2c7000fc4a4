export const theme = { label: 'Theme', dark: 'Dark', light: 'Light', system: 'As the system' } as const;
