import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const entry = join(import.meta.dirname, 'server-process.ts');

/** A real server in a process of its own. */
export interface KillableServer {
  readonly url: string;
  readonly dataDir: string;
  /** Of the process that computes, as the server has started it first. */
  readonly computePid: number;
  /** Ends it as a service manager would. @returns its exit code, `null` where a signal has ended it */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** @param predecessor to start on what it has left, at its address; by default everything is new */
export async function startKillable(
  compute: 'scripted' | 'real',
  predecessor?: KillableServer,
): Promise<KillableServer> {
  const dataDir = predecessor?.dataDir ?? (await mkdtemp(join(tmpdir(), 'atelier-kill-')));
  const port = predecessor ? new URL(predecessor.url).port : '0';
  const child = spawn(process.execPath, ['--import', 'tsx', entry, compute], {
    env: { NODE_ENV: 'test', PATH: process.env['PATH'], ATELIER_DATA_DIR: dataDir, PORT: port },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit') as Promise<[code: number | null]>;
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    return (await exited)[0];
  };
  for await (const line of createInterface(child.stdout)) {
    const [listening, computePid] = line.split(' ').map(Number);
    return {
      url: `http://127.0.0.1:${listening}`,
      dataDir,
      computePid: computePid!,
      stop: () => end('SIGTERM'),
      async kill() {
        await end('SIGKILL');
      },
    };
  }
  throw new Error('the server ended before it was ready');
}

/** Ends it, whatever it is doing, and removes what it has written. */
export async function discardKillable(server: KillableServer): Promise<void> {
  await server.kill();
  await rm(server.dataDir, { recursive: true, force: true });
}

/** False once there is no such process any more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
