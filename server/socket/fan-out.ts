import type { Logger } from '../logger';
import type { Problem } from '../protocol/errors';
import type { RoomId } from '../protocol/ids';
import type { RoomHost } from '../rooms/host';
import type { HostEvent } from '../rooms/host-event';
import { leave, type RoomServer, type RoomSocket, type Seat } from './room-socket';

export interface FanOutOptions {
  readonly host: RoomHost;
  readonly logger: Logger;
}

/** Sends what has happened in a room to everybody there, or to those whom it concerns. */
export function broadcast(io: RoomServer, event: HostEvent, options: FanOutOptions): void {
  switch (event.type) {
    case 'change':
      io.to(event.roomId).emit('change', event.event);
      return;
    case 'presence':
      io.to(event.roomId).emit('presence', event.batch);
      return;
    case 'forecast':
      io.to(event.roomId).emit('forecast', event.forecast);
      return;
    case 'iterates':
      io.to(event.roomId).emit('iterates', event.iterates);
      return;
    case 'frame':
      for (const { seat } of seated(io, event.roomId)) seat.frames.offer(event.runId, event.frame);
      return;
    case 'unkept':
      io.to(event.roomId).emit('unkept', event.problem);
      return;
    case 'access':
      for (const { socket, seat } of seated(io, event.roomId)) {
        if (seat.memberId === event.memberId) socket.emit('access', event.access);
      }
      return;
    case 'dismissed':
      for (const { socket, seat } of seated(io, event.roomId)) {
        if (event.memberIds.includes(seat.memberId)) dismiss(socket, event.problem, options);
      }
  }
}

function seated(io: RoomServer, roomId: RoomId): { readonly socket: RoomSocket; readonly seat: Seat }[] {
  return [...(io.of('/').adapter.rooms.get(roomId) ?? [])].flatMap((id) => {
    const socket = io.of('/').sockets.get(id);
    const seat = socket?.data.seat;
    return socket && seat ? [{ socket, seat }] : [];
  });
}

/** The connection stays, so that an answer which is under way still comes; nothing of the room goes over it any more. */
function dismiss(socket: RoomSocket, problem: Problem, { host, logger }: FanOutOptions): void {
  const { seat } = socket.data;
  if (!seat) return;
  void socket.leave(seat.roomId);
  socket.emit('dismissed', problem);
  leave(socket, host).catch((error: unknown) => {
    logger.error({ err: error, socket: socket.id }, 'a dismissed member could not leave');
  });
}
