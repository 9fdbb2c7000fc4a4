export const advice = {
  label: 'Advice',
  lead: '{{title}}.',
  titles: {
    'more-iterations': 'Not finished yet',
    'content-dominates': 'Little style',
    noise: 'Grain',
    'still-layer': 'An idle layer',
    clipped: 'Colours are cut off',
    'small-for-stroke': 'Strokes too fine to see',
  },
  apply: 'Apply',
  applyNext: 'Apply to the next run',
  more: 'Add {{count}} iterations',
  dismiss: 'Dismiss this advice',
} as const;
