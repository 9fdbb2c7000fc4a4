export const projector = {
  enter: 'Projector: only picture, curve and people',
  label: 'The run, for everybody in the hall',
  leave: 'Leave the projector',
  showLink: 'Show the watch link',
  hideLink: 'Hide the link',
  join: 'Watch along',
  more: '+{{count}} more',
} as const;
