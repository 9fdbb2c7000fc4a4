import type { Socket } from 'socket.io-client';
import { nanoid } from 'nanoid';
import type { ClientToServerEvents, ServerToClientEvents } from '../../server/protocol/events';
import { childrenOf } from './children';
import { median } from './median';

type RoomSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

export interface RoomDelays {
  /** From a member's change of a setting to the moment at which another one has it, while a run goes; the median. */
  readonly changeMs: number;
  /** From the death of the computing process to the next iterate of its run; `null` where the system does not tell which it is. */
  readonly resumeMs: number | null;
}

const CHANGES = 20;
const PAUSE_MS = 150;

/**
 * How long people wait for what others do, and for a run whose computing process dies.
 * @param serverPid of the server that both are connected to, and that computes a run of their room
 */
export async function measureDelays(a: RoomSocket, b: RoomSocket, serverPid: number): Promise<RoomDelays> {
  const changes: number[] = [];
  for (let index = 0; index < CHANGES; index += 1) {
    const seed = 1000 + index;
    const seen = new Promise<number>((resolve) => {
      b.on('change', function look({ change }) {
        if (change.setup?.settings.seed !== seed) return;
        b.off('change', look);
        resolve(performance.now());
      });
    });
    const before = performance.now();
    const command = { type: 'settings:change', patch: { seed } };
    const answer = await a.emitWithAck('command', { id: nanoid(), command } as never);
    if (!answer.ok) throw new Error(answer.problem.message);
    changes.push((await seen) - before);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return { changeMs: median(changes), resumeMs: await measureResume(a, serverPid) };
}

async function measureResume(socket: RoomSocket, serverPid: number): Promise<number | null> {
  const children = await childrenOf(serverPid);
  if (children === null) return null;
  const resumed = new Promise<number>((resolve) => {
    let died = false;
    socket.on('change', ({ change }) => {
      died ||= change.runs?.set.some(({ status }) => status.kind === 'resuming') ?? false;
    });
    socket.on('iterates', () => {
      if (died) resolve(performance.now());
    });
  });
  const before = performance.now();
  for (const child of children) process.kill(child, 'SIGKILL');
  return (await resumed) - before;
}
