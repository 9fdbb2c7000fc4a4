import { createStore, type StoreApi } from 'zustand/vanilla';
import { coalesce } from './coalesce';
import { idleAfter } from './idle-after';
import { initialRoomState, reduceRoom, type RoomAction, type RoomState } from './room-reducer';

export type Dispatch = (action: RoomAction) => void;
export type RoomStore = StoreApi<RoomState> & { readonly dispatch: Dispatch };

/** Between two times at which the words and curves of a page follow a run: as often as numbers can be read. Pictures come at once. */
const FOLLOW_MS = 250;

/** What a run sends all the time. */
const isStream = ({ type }: RoomAction): boolean => type === 'iterates' || type === 'frame';

/** What tells of a run by itself, and must not be overtaken by something older. */
const tellsOfRuns = ({ type }: RoomAction): boolean =>
  type === 'room' || type === 'welcome' || type === 'curve-loaded';

/**
 * Holds the state of one room for the page; everything that changes it goes through {@link reduceRoom}. What a run sends all
 * the time is taken together and waits for an idle moment, so that the page answers who works in it first.
 */
export function createRoomStore(): RoomStore {
  const store = createStore<RoomState>(() => initialRoomState);
  const apply = (actions: readonly RoomAction[]) =>
    store.setState((state) => actions.reduce(reduceRoom, state), true);
  const stream = coalesce<readonly RoomAction[]>(
    FOLLOW_MS,
    (waiting, next) => [...waiting, ...next],
    apply,
    idleAfter,
  );
  const dispatch: Dispatch = (action) => {
    if (isStream(action)) return stream.push([action]);
    if (tellsOfRuns(action)) stream.flush();
    apply([action]);
  };
  return Object.assign(store, { dispatch });
}
