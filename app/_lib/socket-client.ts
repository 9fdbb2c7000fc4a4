import { io } from 'socket.io-client';
import { openRoomSession, type RoomConnection, type RoomSessionOptions } from './room-session';

/** Connects this browser to a room of the server that its page is from; see {@link openRoomSession}. */
export function connectRoom(options: Omit<RoomSessionOptions, 'isOnline'>): RoomConnection {
  const socket = io({
    // Frames are binary and frequent: begin with the socket, and fall back to polling behind old proxies.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 5_000,
    // A room page that is left and entered again must not get the manager of the page before.
    forceNew: true,
  });
  const session = openRoomSession(socket, { ...options, isOnline: () => navigator.onLine });

  // A server on this machine is there without any network, and its connection stays.
  const onOffline = () => {
    if (!socket.connected) options.dispatch({ type: 'connection', connection: 'offline' });
  };
  // Do not wait for the next attempt when the browser knows that the network is back.
  const onOnline = () => {
    if (!socket.connected) session.retry();
  };
  window.addEventListener('offline', onOffline);
  window.addEventListener('online', onOnline);

  return {
    ...session,
    close() {
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', onOnline);
      session.close();
    },
  };
}
