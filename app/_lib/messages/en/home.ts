export const home = {
  headline: 'Paint one picture, together.',
  lead: 'Open a room, put in a photograph and a painting, and watch the one being repainted in the manner of the other. Everyone with the link sees it happen and can turn the dials while it runs.',
  create: 'Create a room',
  creating: 'Creating…',
  free: 'No account. The room is yours, and a link brings others in.',
  recent: 'Your rooms',
  recentEmpty: 'Rooms that you create or visit in this browser will be listed here.',
  network: {
    inUse: 'New rooms see with {{name}}.',
    missing:
      '{{name}}, which sees more, is not on this server yet. Any room can fetch it ({{size}} MB), under Network.',
    failed: '{{name}} could not be fetched. {{message}}',
    none: 'There is no network on this server yet, so nothing can be painted. A room can fetch one, under Network.',
  },
  samples: 'Paintings and photographs to begin with',
  samplesNote: 'All of them are waiting in every room.',
  noPicture: 'No picture yet',
  howTitle: 'How it works',
  how: {
    one: {
      title: 'A photograph',
      text: 'What the picture is of. Faces, houses and horizons stay where they are.',
    },
    two: {
      title: 'One painting or more',
      text: 'How it is painted: their colours, strokes and textures, blended as you like.',
    },
    three: {
      title: 'Everyone steers',
      text: 'More content, more style, smoother: the next stroke already obeys.',
    },
  },
} as const;
