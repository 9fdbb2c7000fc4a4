import { io } from 'socket.io-client';
import { createRoomStore, type RoomStore } from '../../app/_lib/room-store';
import { openRoomSession, type RoomConnection } from '../../app/_lib/room-session';
import { createSettingsEditor, type SettingsEditor } from '../../app/_lib/settings-editor';
import type { RoomState } from '../../app/_lib/room-reducer';
import type { Problem } from '../../server/protocol/errors';
import type { RoomId } from '../../server/protocol/ids';

/** A room's page without its elements: what keeps its state and speaks with the server, as in a browser. */
export interface TestPage {
  readonly store: RoomStore;
  readonly connection: RoomConnection;
  readonly settings: SettingsEditor;
  /** What it has told the person of. */
  readonly problems: Problem[];
  /** Resolves as soon as `condition` holds, after any change of the page's state. */
  until(condition: (state: RoomState) => boolean, what: string): Promise<void>;
  close(): void;
}

/**
 * @param cookie of a browser that has entered the room
 * @param onConnect called for each connection, before the room is asked for anything over it
 */
export function openPage(
  url: string,
  cookie: string,
  roomId: RoomId,
  name: string,
  { answerTimeoutMs, onConnect }: { answerTimeoutMs?: number; onConnect?: () => void } = {},
): TestPage {
  const store = createRoomStore();
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => void problems.push(problem);
  const socket = io(url, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    forceNew: true,
    reconnectionDelay: 10,
    reconnectionDelayMax: 50,
  });
  if (onConnect) socket.on('connect', onConnect);
  const connection = openRoomSession(socket, {
    roomId,
    name,
    dispatch: store.dispatch,
    frames: { show: async () => true },
    onProblem,
    isOnline: () => true,
    answerTimeoutMs,
  });
  const settings = createSettingsEditor(store, connection.send, onProblem);
  return {
    store,
    connection,
    settings,
    problems,
    close: connection.close,
    async until(condition, what) {
      if (condition(store.getState())) return;
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => {
          unsubscribe();
          reject(new Error(`waited in vain for: ${what}`));
        }, 30_000);
        const unsubscribe = store.subscribe((state) => {
          if (!condition(state)) return;
          clearTimeout(timer);
          unsubscribe();
          resolve();
        });
      });
    },
  };
}
