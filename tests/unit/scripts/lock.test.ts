import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acquireLock } from '../../../scripts/setup/lock.mjs';

const module = pathToFileURL(resolve(import.meta.dirname, '../../../scripts/setup/lock.mjs')).href;

let folder: string;
let path: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atelier-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** A process that takes the lock and then runs `program`, with `lock` and `sleep(ms)`. */
function holder(program: string) {
  const whole = `
    import { setTimeout as sleep } from 'node:timers/promises';
    import { appendFileSync } from 'node:fs';
    import { acquireLock } from ${JSON.stringify(module)};
    const lock = await acquireLock(${JSON.stringify(path)});
    ${program}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', whole], { stdio: 'inherit' });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { child, ended };
}

const taken = () => vi.waitFor(() => expect(existsSync(path)).toBe(true), { timeout: 20_000 });

describe('the lock of set-up', () => {
  it('lets one process in at a time', async () => {
    const log = join(folder, 'log');
    const program = `
      appendFileSync(${JSON.stringify(log)}, 'in ');
      await sleep(100);
      appendFileSync(${JSON.stringify(log)}, 'out ');
      lock.release();`;
    await Promise.all([1, 2, 3, 4].map(() => holder(program).ended));
    expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(4));
    expect(readdirSync(folder)).toEqual(['log']);
  });

  it('says once that it waits, and goes on when the other is done', async () => {
    const { ended } = holder('await sleep(1_000); lock.release();');
    await taken();
    const onWait = vi.fn();
    const lock = await acquireLock(path, onWait);
    expect(onWait).toHaveBeenCalledTimes(1);
    lock.release();
    await ended;
    expect(existsSync(path)).toBe(false);
  });

  it('is taken over from a process that was killed, by one of several', async () => {
    const killed = holder('await sleep(60_000);');
    await taken();
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(existsSync(path)).toBe(true);

    const log = join(folder, 'log');
    const program = `
      appendFileSync(${JSON.stringify(log)}, 'in ');
      await sleep(50);
      appendFileSync(${JSON.stringify(log)}, 'out ');
      lock.release();`;
    await Promise.all([1, 2, 3].map(() => holder(program).ended));
    expect(readFileSync(log, 'utf8')).toBe('in out '.repeat(3));
  });

  it('lasts until the program of a killed owner has ended', async () => {
    const program = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
    children.push(program);
    const owner = holder(`lock.setChild(${program.pid}); await sleep(60_000);`);
    await vi.waitFor(() => expect(readFileSync(path, 'utf8')).toContain(String(program.pid)), {
      timeout: 20_000,
    });
    owner.child.kill('SIGKILL');
    await owner.ended;

    let entered = false;
    const entering = acquireLock(path).then((lock) => {
      entered = true;
      return lock;
    });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(entered).toBe(false);
    program.kill('SIGKILL');
    (await entering).release();
  });

  it('is taken over where a process number is used again: by this process, which never wrote it', async () => {
    writeFileSync(path, JSON.stringify({ owner: process.pid }));
    (await acquireLock(path)).release();
    expect(existsSync(path)).toBe(false);
  });
});
