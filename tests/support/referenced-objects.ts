import type { ObjectKey, RoomRecord } from '../../server/rooms/record';
import { holdings } from '../../server/rooms/retention';

/** Every object that the room needs to be shown and to go on: none of these may be collected. */
export function referencedObjects(room: RoomRecord): ReadonlySet<ObjectKey> {
  return new Set(holdings(room).map(({ key }) => key));
}
