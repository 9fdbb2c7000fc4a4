export const fork = {
  open: 'Fork',
  openNumbered: 'Fork run {{number}} at iteration {{iteration}}',
  title: 'Go on from here in another run',
  text: 'A new run begins with the picture of {{run}} at iteration {{iteration}}, and with the images and settings of the room as they are now. That run stays as it is.',
  nearest:
    'Nothing is kept of iteration {{wanted}}. The nearest moment that is kept is {{iteration}}; the new run begins there.',
  more: 'Iterations to add',
  go: 'Start the fork',
  obstacle: {
    viewer: 'You are watching: only people with the edit link can fork.',
    active: 'A run is going. Stop it, or wait for its end, then fork.',
    'no-memory':
      'With the settings as they are now this needs more memory than the machine has. Choose a smaller size first.',
    'not-kept': 'Nothing is kept of this run yet: no picture or state to go on from.',
  },
} as const;
