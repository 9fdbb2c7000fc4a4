/** What a link to a room looks like elsewhere. */
export const card = {
  title: 'A room in Atelier',
  tab: 'Room',
  picture: 'The sign of Atelier on five pictures in the styles of paintings',
  published: 'Painted together in Atelier, a shared studio for neural style transfer.',
  publishedPicture: 'The picture that was painted in this room',
} as const;
