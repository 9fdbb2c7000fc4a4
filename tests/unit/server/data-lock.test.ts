import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockDataDir } from '../../../server/data-lock';

const root = resolve(import.meta.dirname, '../../..');

let dataDir: string;
let path: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'atelier-data-lock-'));
  path = join(dataDir, 'server.lock');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

/** Another process, which takes the lock and keeps it until its input ends. */
async function otherServer() {
  const program = `
    import { lockDataDir } from ${JSON.stringify(join(root, 'server/data-lock.ts'))};
    const lock = await lockDataDir(${JSON.stringify(dataDir)});
    lock.announce(3001);
    process.stdin.resume().on('end', () => { lock.release(); process.exit(); });`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: root,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  children.push(child);
  const ended = new Promise<void>((done) => child.on('close', () => done()));
  await vi.waitFor(() => expect(readFileSync(path, 'utf8')).toContain('3001'), { timeout: 30_000 });
  return { child, ended };
}

describe('the lock of a data directory', () => {
  it('keeps a second server out, and says which one is there and what to do', async () => {
    const { child } = await otherServer();
    const refusal = lockDataDir(dataDir, { waitMs: 50 });
    await expect(refusal).rejects.toThrow(`${dataDir} is in use by another Atelier server`);
    await expect(refusal).rejects.toThrow(`process ${child.pid}, port 3001`);
    await expect(refusal).rejects.toThrow('ATELIER_DATA_DIR=');
    expect(readFileSync(path, 'utf8')).toContain(String(child.pid));
  });

  it('waits for a server that is about to end, and says once that it waits', async () => {
    const { child, ended } = await otherServer();
    const onWait = vi.fn();
    const entering = lockDataDir(dataDir, { onWait });
    setTimeout(() => child.stdin!.end(), 300);
    const lock = await entering;
    await ended;
    expect(onWait).toHaveBeenCalledExactlyOnceWith(`process ${child.pid}, port 3001`);
    lock.release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('is taken over at once from a server that was killed, by one of several', async () => {
    const { child, ended } = await otherServer();
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(path)).toBe(true);
    const attempts = await Promise.allSettled(
      Array.from({ length: 3 }, () => lockDataDir(dataDir, { waitMs: 0 })),
    );
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    for (const attempt of attempts) if (attempt.status === 'fulfilled') attempt.value.release();
  });

  it('holds between two servers in one process, and is free again after its release', async () => {
    const lock = await lockDataDir(dataDir);
    await expect(lockDataDir(dataDir, { waitMs: 50 })).rejects.toThrow(`process ${process.pid}`);
    lock.release();
    (await lockDataDir(dataDir, { waitMs: 0 })).release();
  });

  it.each([
    ['with the number of this process, which never wrote it', { pid: process.pid, host: hostname() }],
    ['of a process that is gone', { pid: 2 ** 30, host: hostname() }],
  ])('one %s is taken over', async (_, holder) => {
    writeFileSync(path, JSON.stringify(holder));
    (await lockDataDir(dataDir, { waitMs: 0 })).release();
  });

  it('one that a power cut has emptied is taken over', async () => {
    writeFileSync(path, '');
    (await lockDataDir(dataDir, { waitMs: 0 })).release();
  });

  it('one of another container is respected while it is touched, and taken over when it no longer is', async () => {
    writeFileSync(path, JSON.stringify({ pid: 1, host: 'another-container' }));
    await expect(lockDataDir(dataDir, { waitMs: 50 })).rejects.toThrow('process 1 on another-container');
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(path, longAgo, longAgo);
    (await lockDataDir(dataDir)).release();
  });

  it('one that was taken over is not removed by its earlier owner', async () => {
    const lock = await lockDataDir(dataDir);
    const other = JSON.stringify({ pid: 1, host: 'another-container' });
    writeFileSync(path, other);
    lock.release();
    expect(readFileSync(path, 'utf8')).toBe(other);
  });
});
