export const room = {
  untitled: 'Room',
  loading: 'Opening the room…',
  panels: 'Parts of the studio',
  images: 'Images',
  settings: 'Settings',
  curves: 'Curves',
  people: 'People',
  runs: 'Runs',
  unkept: 'The picture goes on, but the server cannot keep all of it. {{reason}}',
  watching: 'You are watching. Ask for the edit link to take part.',
} as const;
