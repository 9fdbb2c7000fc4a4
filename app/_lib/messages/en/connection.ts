export const connection = {
  connecting: 'Connecting to the room…',
  slow: 'Connecting takes longer than usual. The room is safe on the server; this page goes on trying.',
  reconnecting:
    'The connection was lost. The server keeps your pictures, settings and finished runs; what you set meanwhile is sent afterwards, and this page reconnects by itself.',
  gone: 'The server does not answer; perhaps it was switched off. What it had confirmed is on its disk: pictures, settings, runs. Leave this page open, and it comes back with the server.',
  stopping:
    'The server is being restarted. Your pictures, settings and runs are kept; what is going on goes on when it is back, and this page reconnects by itself.',
  offline:
    'You are offline. What is here stays, what you set is sent later, and the room comes back by itself when your network does.',
  retry: 'Try now',
  unexpected:
    'The server sent something that this page does not understand. Reload the page to get its newest version.',
} as const;
