import type { Server, Socket } from 'socket.io';
import type { ClientToServerEvents, ServerToClientEvents } from '../protocol/events';
import type { MemberId, RoomId } from '../protocol/ids';
import type { Arrival, RoomHost } from '../rooms/host';
import type { FrameChannel } from './frame-channel';

/** The place that a socket has in a room. */
export interface Seat {
  readonly roomId: RoomId;
  readonly memberId: MemberId;
  readonly connection: Arrival['connection'];
  readonly frames: FrameChannel;
}

export interface SocketData {
  personId: string;
  /** True from its first `join` on. */
  joining: boolean;
  /** The room that this socket is in, once it has joined. */
  seat: Seat | null;
}

/** A connection of a browser. */
export type RoomSocket = Socket<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>;
export type RoomServer = Server<
  ClientToServerEvents,
  ServerToClientEvents,
  Record<string, never>,
  SocketData
>;

/** Takes a socket out of the room that it is in, if any. */
export async function leave(socket: RoomSocket, host: RoomHost): Promise<void> {
  const { seat } = socket.data;
  socket.data.seat = null; // so that a connection that was counted once is taken back once
  if (seat) await host.leave(seat.roomId, seat.connection);
}
