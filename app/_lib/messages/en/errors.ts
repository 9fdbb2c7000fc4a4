export const errors = {
  unexpected:
    'Something went wrong in the page. Nothing that was saved is lost; reload it if this comes again.',
  unreachable: 'The server cannot be reached. Check your network, then try again.',
  status: 'The server could not do this (status {{status}}). Please try again.',
  part: 'A part of this page cannot be fetched. It is tried again and again; if it does not come, reload the page: nothing of the room is lost by that.',
  dismiss: 'Dismiss',
  retry: 'Try again',
  home: 'Go to the start page',
  gone: {
    title: 'There is no such room',
    text: 'The link may be incomplete. Ask whoever sent it to copy it again.',
  },
  closed: {
    title: 'This link does not open the room',
    text: 'It has no key, or the key is no longer valid. Ask somebody in the room for a new link.',
    published: 'See its published picture',
  },
  broken: { title: 'The room could not be opened' },
  page: { title: 'There is nothing at this address', text: 'Perhaps part of the link is missing.' },
} as const;
