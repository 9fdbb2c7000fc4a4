/** What anybody sees of the results that owners have published. */
export const gallery = {
  title: 'Gallery',
  lead: 'What people on this server have painted together, and published.',
  more: 'Show more',
  loading: 'Loading…',
  picture: '{{title}}, a picture that was painted in Atelier',
  toGallery: 'More pictures',
  made: 'Painted together in Atelier',
  madeText:
    'In a room of your own, a photograph and a painting of yours become a picture like this one, and everyone with the link can steer it.',
  how: 'How it was painted',
  sentence_one: 'One painting, {{network}}, {{iterations}} iterations.',
  sentence_other: '{{count}} paintings, {{network}}, {{iterations}} iterations.',
  network: { vgg19: 'VGG-19', compact: 'the compact network' },
  pixels: '{{width}} × {{height}} px',
  size: 'Picture',
  balance: 'Balance',
  weights: 'content {{content}}, style {{style}}, smoothness {{tv}}',
  gone: {
    title: 'This picture is not public',
    text: 'It may have been taken back by its owner, painted over, or deleted with its room. Or the address is incomplete.',
  },
} as const;
