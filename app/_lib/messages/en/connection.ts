export const connection = {
  connecting: 'Connecting to the room…',
  reconnecting:
    'The connection was lost. The server keeps your pictures, settings and finished runs; this page reconnects by itself.',
  stopping:
    'The server is being restarted. Your pictures, settings and runs are kept; what is going on goes on when it is back, and this page reconnects by itself.',
  offline: 'You are offline. The room comes back by itself when your network does.',
  unexpected:
    'The server sent something that this page does not understand. Reload the page to get its newest version.',
} as const;
