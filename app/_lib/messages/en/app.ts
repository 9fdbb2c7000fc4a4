export const app = {
  name: 'Atelier',
  description:
    'A shared studio for neural style transfer: watch and steer one picture being painted, together.',
  list: '{{items, list(type: conjunction; style: narrow)}}',
} as const;
