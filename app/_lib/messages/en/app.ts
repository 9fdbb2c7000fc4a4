export const app = {
  name: 'Atelier',
  description:
    'A shared studio for neural style transfer: watch and steer one picture being painted, together.',
} as const;
