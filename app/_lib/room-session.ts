import './zod-setup';
import { nanoid } from 'nanoid';
import type { Socket } from 'socket.io-client';
import type * as z from 'zod/mini';
import type { Command } from '../../server/protocol/commands';
import type { Problem } from '../../server/protocol/errors';
import {
  commandAckSchema,
  joinAckSchema,
  serverEventSchemas,
  type ClientToServerEvents,
  type CommandAck,
  type ServerToClientEvents,
  type Welcome,
} from '../../server/protocol/events';
import { commandIdSchema, type RoomId } from '../../server/protocol/ids';
import type { Attention } from '../../server/protocol/presence';
import { applyCatchUp, applyEvent, applyPresence, type RoomCopy } from '../../server/protocol/sync';
import type { FramePlayer } from './frame-player';
import { ownProblem, type PageProblem } from './page-problem';
import { Outbox } from './outbox';
import type { Dispatch } from './room-store';

const ANSWER_TIMEOUT_MS = 15_000;
const REJOIN_DELAY_MS = 2_000;

export interface RoomConnection {
  /**
   * Asks the room for something, over the next connection where this one is lost. Never throws: where the room lets this
   * browser in no more, that is the answer.
   */
  send(command: Command): Promise<CommandAck>;
  /** Says what this page looks at; lost where there is no connection. */
  attend(attention: Attention): void;
  /** Tries at once to connect again, where the next try of its own would come later. */
  retry(): void;
  close(): void;
}

export interface RoomSessionOptions {
  readonly roomId: RoomId;
  readonly name: string | undefined;
  readonly dispatch: Dispatch;
  readonly frames: Pick<FramePlayer, 'show'>;
  /** Told of what went wrong apart from any command. */
  readonly onProblem: (problem: Problem) => void;
  /** Whether this machine has a network at all. */
  readonly isOnline: () => boolean;
  /** How long to wait for what `join` is answered with; 15 s by default. */
  readonly answerTimeoutMs?: number;
}

/** Joins a room over a socket and keeps the store fed; comes back by itself after a break. */
export function openRoomSession(
  socket: Socket<ServerToClientEvents, ClientToServerEvents>,
  {
    roomId,
    name,
    dispatch,
    frames,
    onProblem,
    isOnline,
    answerTimeoutMs = ANSWER_TIMEOUT_MS,
  }: RoomSessionOptions,
): RoomConnection {
  let rejoin: ReturnType<typeof setTimeout> | undefined;
  let closed = false;
  let copy: RoomCopy | null = null;
  const outbox = new Outbox(
    (request, answered) =>
      socket.emit('command', request, (raw: unknown) => {
        const answer = commandAckSchema.safeParse(raw);
        answered(answer.success ? answer.data : { ok: false, problem: unexpected(answer.error) });
      }),
    () => commandIdSchema.parse(nanoid()),
  );

  function join(): void {
    const since = copy ? { log: copy.log, revision: copy.room.revision } : undefined;
    const request = { roomId, name, since };
    // Handled in the callback itself: what follows the answer may come in the same turn.
    socket.timeout(answerTimeoutMs).emit('join', request, (error: Error | null, raw: unknown) => {
      if (closed) return;
      const parsed = error ? { success: false as const, error } : joinAckSchema.safeParse(raw);
      if (!parsed.success) {
        if (socket.connected) retry(unexpected(parsed.error));
      } else if (parsed.data.ok) welcome(parsed.data.welcome);
      else if (isFinal(parsed.data.problem)) reject(parsed.data.problem);
      else retry(parsed.data.problem);
    });
  }

  function welcome({ catchUp, ...arrival }: Welcome): void {
    copy = applyCatchUp(copy, catchUp);
    if (!copy) return startOver();
    dispatch({ type: 'welcome', welcome: { ...arrival, room: copy.room } });
    outbox.open();
  }

  /** What comes does not fit to what is here, which a new connection mends: with nothing here it gets the whole room. */
  function startOver(): void {
    copy = null;
    renew();
  }

  function update(next: RoomCopy | null): void {
    if (next && next === copy) return;
    copy = next;
    if (next) dispatch({ type: 'room', room: next.room });
    else startOver();
  }

  /** Over a new connection: where only the answer was lost, this one is in the room, and would not be let in twice. */
  function retry(problem: Problem): void {
    onProblem(problem);
    dispatch({ type: 'connection', connection: 'reconnecting' });
    rejoin = setTimeout(renew, REJOIN_DELAY_MS);
  }

  function renew(): void {
    socket.disconnect().connect();
  }

  function reject(problem: Problem): void {
    dispatch({ type: 'rejected', problem });
    outbox.refuse(problem);
    socket.disconnect();
  }

  /** Checks an event against its schema; one that has not the right form is reported, not half used. */
  function receive<S extends z.ZodMiniType>(
    schema: S,
    value: unknown,
    handle: (value: z.infer<S>) => void,
  ): void {
    const parsed = schema.safeParse(value);
    if (parsed.success) handle(parsed.data);
    else onProblem(unexpected(parsed.error));
  }

  const lost = () => (isOnline() ? 'reconnecting' : 'offline');

  socket.on('connect', join);
  socket.on('disconnect', (reason) => {
    clearTimeout(rejoin);
    outbox.pause();
    if (closed) return;
    dispatch({ type: 'connection', connection: lost() });
    // The server ended this connection on purpose (it is going down): socket.io leaves coming back to us.
    if (reason === 'io server disconnect') rejoin = setTimeout(() => socket.connect(), REJOIN_DELAY_MS);
  });
  socket.on('connect_error', () => {
    dispatch({ type: 'connection', connection: lost() });
    // Refused at the door (not merely unreachable): socket.io gives up, we do not.
    if (!socket.active) rejoin = setTimeout(() => socket.connect(), REJOIN_DELAY_MS);
  });
  socket.on('change', (value) =>
    receive(serverEventSchemas.change, value, (event) => update(copy && applyEvent(copy, event))),
  );
  socket.on('presence', (value) =>
    receive(serverEventSchemas.presence, value, (batch) => {
      update(copy && applyPresence(copy, batch));
      dispatch({ type: 'presence', batch });
    }),
  );
  socket.on('forecast', (value) =>
    receive(serverEventSchemas.forecast, value, (forecast) =>
      update(copy && { ...copy, room: { ...copy.room, forecast } }),
    ),
  );
  socket.on('iterates', (value) =>
    receive(serverEventSchemas.iterates, value, (iterates) => dispatch({ type: 'iterates', iterates })),
  );
  socket.on('networks', (value) =>
    receive(serverEventSchemas.networks, value, (networks) => dispatch({ type: 'networks', networks })),
  );
  socket.on('unkept', (value) =>
    receive(serverEventSchemas.unkept, value, (problem) => dispatch({ type: 'unkept', problem })),
  );
  socket.on('access', (value) =>
    receive(serverEventSchemas.access, value, (access) => dispatch({ type: 'access', access })),
  );
  socket.on('stopping', () => dispatch({ type: 'connection', connection: 'stopping' }));
  socket.on('dismissed', (value) => receive(serverEventSchemas.dismissed, value, reject));
  socket.on('frame', (value, bytes, ack) =>
    receive(serverEventSchemas.frame, value, (frame) => {
      frames
        .show(frame, bytes)
        .then((painted) => {
          // One that came too late is on no canvas, and would turn back the iteration that is said to be shown.
          if (painted) dispatch({ type: 'frame', frame });
        })
        .catch((error: unknown) => onProblem(unexpected(error)))
        // Also when it could not be shown: without an answer the server would send no further frame.
        .finally(ack);
    }),
  );

  return {
    send: (command) => outbox.send(command),
    attend(attention) {
      socket.volatile.emit('attention', attention);
    },
    retry() {
      if (closed) return;
      clearTimeout(rejoin);
      // While it waits for its next try, a socket does not listen to being asked to connect.
      renew();
    },
    close() {
      closed = true;
      clearTimeout(rejoin);
      socket.disconnect();
    },
  };
}

/** Refusals that waiting does not change. */
function isFinal(problem: Problem): boolean {
  return problem.code === 'unauthorised' || problem.code === 'forbidden' || problem.code === 'not-found';
}

function unexpected(error: unknown): PageProblem {
  console.error(error);
  return ownProblem('internal', { key: 'connection.unexpected' });
}
