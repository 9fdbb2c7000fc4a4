export const presence = {
  looking: 'Looking at {{run}}, iteration {{iteration}}',
  lookToo: '{{name}} looks at {{run}}, iteration {{iteration}}. Look at the same',
  follow: 'Follow {{name}}: look at whatever they look at',
  unfollow: 'Follow {{name}} no longer',
  following: 'You see what {{name}} sees.',
  stop: 'Stop',
} as const;
