export const zoom = {
  label: 'Zoom',
  in: 'Larger',
  out: 'Smaller',
  fit: 'Fit',
  actual: 'Actual size: one pixel of the picture on one of the screen',
  actualShort: '1:1',
  percent: '{{percent}} %',
} as const;
