import type { RunId } from '../protocol/ids';
import type { RoomRepository } from '../repositories/ports/room-repository';
import { roomNotFound } from '../repositories/failures';
import { holdings } from '../rooms/retention';
import { transition } from '../rooms/transition';
import type { Estate } from './collect';

/** Has rooms let go while no server uses them: what is on the disk is all that there is. */
export function letGoOfStored(rooms: RoomRepository): Estate['letGo'] {
  return async (roomId, before) => {
    const room = await rooms.load(roomId);
    if (!room) throw roomNotFound(roomId);
    if (!before) return { held: holdings(room), deletedAt: room.deletedAt };
    const world = {
      now: room.updatedAt,
      freshRunId: '' as RunId, // letting go starts no run
      progress: null,
      readyNetworks: [],
      forecast: () => null,
    };
    const outcome = transition(room, { type: 'expired', before }, world);
    if (!outcome.ok) throw new Error(`room ${roomId} refuses to let go: ${outcome.problem.message}`);
    if (outcome.room !== room) await rooms.save(outcome.room, room);
    return { held: holdings(outcome.room), deletedAt: room.deletedAt };
  };
}
