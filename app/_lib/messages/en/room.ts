export const room = {
  untitled: 'Untitled room',
  loading: 'Opening the room…',
  loadingSlow: 'This takes longer than usual. Nothing is lost; the page goes on trying.',
  news: '{{name}} {{deed}}',
  panels: 'Parts of the studio',
  images: 'Images',
  settings: 'Settings',
  curves: 'Curves',
  people: 'People',
  runs: 'Runs',
  unkept: 'The picture goes on, but the server cannot keep all of it. {{reason}}',
  watching: 'You are watching: look back, react, download. Ask for the edit link to take part.',
} as const;
