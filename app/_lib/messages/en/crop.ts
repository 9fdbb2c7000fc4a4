export const crop = {
  title: 'Choose the part to use',
  text: 'Drag over the picture, or move the frame with the arrow keys. The whole picture is kept; you can crop it again later.',
  apply: 'Use picture',
  whole: 'Whole picture',
  shape: 'Shape',
  free: 'Free',
} as const;
