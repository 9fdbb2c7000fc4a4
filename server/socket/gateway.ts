import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import { AppError, toProblem } from '../errors';
import type { Logger } from '../logger';
import type { ModelLibrary } from '../models/library';
import { networkStatuses } from '../network-statuses';
import { parse } from '../parse';
import type { PersonCookies } from '../person';
import { commandRequestSchema, joinSchema } from '../protocol/commands';
import { thinCurve } from '../protocol/curves';
import type { JoinAck, Refusal, Welcome } from '../protocol/events';
import { MAX_CURVE_POINTS } from '../protocol/limits';
import type { NetworkStatus } from '../protocol/networks';
import { isActive } from '../protocol/runs';
import type { CatchUp } from '../protocol/sync';
import type { Arrival, RoomHost } from '../rooms/host';
import { download } from './downloads';
import { attend } from './attention';
import { broadcast } from './fan-out';
import { FrameChannel } from './frame-channel';
import { checkRate } from './rate';
import { leave, type RoomServer, type RoomSocket } from './room-socket';

/** Largest message from a client. Pictures come over HTTP, so commands are small. */
const MAX_MESSAGE_BYTES = 64 * 1024;

export interface GatewayOptions {
  readonly http: HttpServer;
  readonly host: RoomHost;
  readonly models: ModelLibrary;
  readonly persons: PersonCookies;
  readonly isAllowedOrigin: (origin: string | undefined, host: string | undefined) => boolean;
  /** Where others in the network reach this server. */
  readonly origins: () => readonly string[];
  readonly development: boolean;
  readonly logger: Logger;
}

export interface Gateway {
  /** Tells everybody that the server is about to stop. */
  tellStopping(): void;
  close(): Promise<void>;
}

/** Connects sockets to rooms: lets them in, hands on what they ask, and sends what happens to all who are there. */
export function openGateway(options: GatewayOptions): Gateway {
  const { http, host, models, persons, development, logger } = options;
  const io: RoomServer = new Server(http, {
    serveClient: false,
    destroyUpgrade: !development, // in development, Next's own socket comes through the same server
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    allowRequest: ({ headers }, decide) =>
      decide(null, options.isAllowedOrigin(headers.origin, headers.host)),
  });

  io.use((socket, next) => {
    const personId = persons.read(socket.handshake.headers.cookie);
    if (personId === null) return next(new Error('unauthorised'));
    socket.data = { personId, joining: false, seat: null };
    next();
  });

  io.on('connection', (socket) => {
    socket.on('join', (message, ack) => {
      answer(socket, ack, logger, () => join(socket, message, ack, options));
    });
    socket.on('command', (message, ack) => {
      answer(socket, ack, logger, async () =>
        ack({ ok: true, revision: await obey(socket, message, options) }),
      );
    });
    socket.on('attention', (message) => attend(socket, message, logger));
    socket.on('disconnect', () => {
      leave(socket, host).catch((error: unknown) => {
        logger.error({ err: error, socket: socket.id }, 'a member could not leave');
      });
    });
  });

  const unsubscribeHost = host.subscribe((event) => broadcast(io, event, options));
  const unsubscribeModels = models.onChange(() => io.emit('networks', networkStatuses(models)));

  return {
    tellStopping() {
      io.emit('stopping');
    },
    async close() {
      unsubscribeHost();
      unsubscribeModels();
      await io.close();
    },
  };
}

/** Does what was asked, which acknowledges it; refuses it where it throws. Who wants no answer has asked nothing. */
function answer(socket: RoomSocket, ack: unknown, logger: Logger, work: () => Promise<void>): void {
  if (typeof ack !== 'function') return;
  checkRate(socket.id)
    .then(work)
    .catch((error: unknown) => {
      if (!(error instanceof AppError)) logger.error({ err: error, socket: socket.id }, 'a request failed');
      (ack as (refusal: Refusal) => void)({ ok: false, problem: toProblem(error) });
    });
}

async function join(
  socket: RoomSocket,
  message: unknown,
  ack: (answer: JoinAck) => void,
  { host, models, origins }: GatewayOptions,
): Promise<void> {
  const { roomId, ...said } = parse(joinSchema, message);
  const { personId } = socket.data;
  if (socket.data.joining) {
    throw new AppError({
      code: 'conflict',
      message: `socket ${socket.id} joined twice`,
      userMessage: 'This connection is in a room already. Open another tab for another room.',
    });
  }
  socket.data.joining = true;
  try {
    await host.join(roomId, personId, said, (arrival) => {
      const frames = new FrameChannel((frame, bytes, acknowledged) => {
        // socket.io sends any view of bytes, and a browser gets an ArrayBuffer.
        socket.emit('frame', frame, bytes as unknown as ArrayBuffer, acknowledged);
      });
      const { member, connection } = arrival;
      socket.data.seat = { roomId, memberId: member.id, connection, frames };
      ack({ ok: true, welcome: toWelcome(arrival, networkStatuses(models), origins()) });
      void socket.join(roomId); // at once: the adapter is in this process; nothing where it has left meanwhile
      if (arrival.frame) frames.offer(arrival.frame.runId, arrival.frame.frame);
    });
  } catch (error) {
    socket.data.joining = false;
    throw error;
  }
  // It may have left while it was being let in, before there was a seat that its disconnection could free.
  if (!socket.connected) await leave(socket, host);
}

function toWelcome(arrival: Arrival, networks: NetworkStatus[], origins: readonly string[]): Welcome {
  return {
    memberId: arrival.member.id,
    role: arrival.member.role,
    keys: arrival.keys,
    catchUp: toCatchUp(arrival),
    present: [...arrival.present],
    unkept: arrival.unkept,
    networks,
    curve: arrival.curve && {
      runId: arrival.curve.runId,
      points: thinCurve(arrival.curve.points, MAX_CURVE_POINTS),
    },
    origins: [...origins],
  };
}

/** Who has missed little gets that; everybody else the whole room. */
function toCatchUp({ room, log, missed }: Arrival): CatchUp {
  if (missed === null) return { kind: 'snapshot', log, room };
  const online = room.members.flatMap((member) => (member.online ? [member.id] : []));
  const going = room.runs.find((run) => isActive(run.status));
  const progress = going ? { runId: going.id, value: going.progress } : null;
  return { kind: 'changes', changes: [...missed], online, forecast: room.forecast, progress };
}

async function obey(socket: RoomSocket, message: unknown, options: GatewayOptions): Promise<number> {
  const { id, command } = parse(commandRequestSchema, message);
  const { seat, personId } = socket.data;
  if (!seat) {
    throw new AppError({
      code: 'unauthorised',
      message: `socket ${socket.id} gave ${command.type} before it joined`,
      userMessage: 'You are not in the room yet. Open its link again to come in.',
    });
  }
  if (command.type === 'network:download') return download(seat.roomId, personId, command, options);
  return options.host.command(seat.roomId, personId, id, command);
}
