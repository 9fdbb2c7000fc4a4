import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const parent = join(import.meta.dirname, '../../support/compute-parent.ts');

let pids: { readonly parent: number; readonly compute: number };
let started: number[] = [];

// One for both tests, the second of which ends it: it takes seconds to start.
beforeAll(async () => {
  pids = await startParent();
});

afterAll(() => {
  for (const pid of started.filter(isAlive)) process.kill(pid, 'SIGKILL');
});

/** A process that has started the real compute process and given it a long run. */
async function startParent(): Promise<{ parent: number; compute: number }> {
  const child = spawn(process.execPath, ['--import', 'tsx', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const compute = Number(line);
    started = [child.pid!, compute];
    return { parent: child.pid!, compute };
  }
  throw new Error('the parent ended before its run had begun');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function untilGone(pid: number): Promise<void> {
  const deadline = performance.now() + 15_000;
  while (isAlive(pid)) {
    if (performance.now() > deadline) throw new Error(`process ${pid} is still there`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('leaves SIGINT and SIGTERM to its parent', async () => {
  process.kill(pids.compute, 'SIGINT');
  process.kill(pids.compute, 'SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isAlive(pids.compute)).toBe(true);
});

it('ends when its parent is killed in the middle of a run', async () => {
  process.kill(pids.parent, 'SIGKILL');
  await untilGone(pids.compute);
});
