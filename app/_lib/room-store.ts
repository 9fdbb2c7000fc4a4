import { createStore, type StoreApi } from 'zustand/vanilla';
import { initialRoomState, reduceRoom, type RoomAction, type RoomState } from './room-reducer';

export type Dispatch = (action: RoomAction) => void;
export type RoomStore = StoreApi<RoomState> & { readonly dispatch: Dispatch };

/** Holds the state of one room for the page; everything that changes it goes through {@link reduceRoom}. */
export function createRoomStore(): RoomStore {
  const store = createStore<RoomState>(() => initialRoomState);
  const dispatch: Dispatch = (action) => store.setState((state) => reduceRoom(state, action), true);
  return Object.assign(store, { dispatch });
}
