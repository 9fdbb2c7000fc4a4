export const welcome = {
  title: 'How it works',
  steps: {
    one: 'A photograph is repainted, stroke by stroke, in the manner of a painting.',
    two: 'Turn a slider while it runs: the next stroke obeys already.',
    three: 'Everyone with the link sees the same picture, and who changed what.',
  },
  show: 'Show step {{number}} of 3',
  dismiss: 'Got it',
  dismissLabel: 'Got it: do not show how it works again',
} as const;
