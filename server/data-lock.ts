import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A server that is told to stop has ended in this time: a restart need not fail because the old one is still at it. */
const WAIT_MS = 10_000;
const POLL_MS = 100;
const BEAT_MS = 2_000;
/** A server that lives has touched its lock in this time, many times over. */
const QUIET_LIMIT_MS = 30_000;
/** A machine that slept: its server gets as long to touch the lock again. */
const WAKE_MS = 2 * BEAT_MS;

/** The only server that uses a data directory. */
export interface DataLock {
  /** Lets others say where this server is. */
  announce(port: number): void;
  release(): void;
}

export interface DataLockOptions {
  /** How long to wait for a server that has the lock, in ms; 10 s by default. */
  readonly waitMs?: number;
  /** Called once where another server has the lock. */
  readonly onWait?: (holder: string) => void;
}

interface Holder {
  readonly pid: number;
  /** The machine or container, without which a process number says nothing. */
  readonly host: string;
  readonly port?: number;
}

/** The locks of this process: in its own lock file of an earlier life, a process number may be its own. */
const held = new Set<string>();

/**
 * Makes this the only server on a data directory, with the file `<dataDir>/server.lock`. Two of them would fail each
 * other's runs and overwrite each other's rooms.
 *
 * The file names its server, so that one that a dead process has left is taken over. The server touches it now and then,
 * so that one whose number has since been given to another process, or that was made in another container, is taken over
 * as well.
 *
 * @throws Error naming the other server and what to do, where it has not ended within `waitMs`
 */
export async function lockDataDir(dataDir: string, options: DataLockOptions = {}): Promise<DataLock> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(resolve(dataDir), 'server.lock');
  await take(path, dataDir, options);
  const beat = setInterval(() => touch(path), BEAT_MS);
  beat.unref();
  return {
    announce: (port) => write(path, { ...SELF, port }),
    release: () => {
      clearInterval(beat);
      held.delete(path);
      const holder = readHolder(path); // not ours any more where this server was stopped for long and then went on
      if (holder?.pid === SELF.pid && holder.host === SELF.host) rmSync(path, { force: true });
    },
  };
}

const SELF: Holder = { pid: process.pid, host: hostname() };

async function take(
  path: string,
  dataDir: string,
  { waitMs = WAIT_MS, onWait }: DataLockOptions,
): Promise<void> {
  const startedAt = performance.now();
  let told = false;
  while (!tryTake(path)) {
    const holder = readHolder(path);
    const waitedMs = performance.now() - startedAt;
    if (holder && isAbandoned(path, holder, waitedMs)) {
      takeAway(path, waitedMs);
      continue;
    }
    if (waitedMs >= waitMs) throw inUse(dataDir, path, holder);
    if (!told) onWait?.(describe(holder));
    told = true;
    await sleep(Math.min(POLL_MS, waitMs));
  }
}

/** Linked rather than written: the lock appears with its content, and only where there is none. */
function tryTake(path: string): boolean {
  const own = ownFile(path);
  writeFileSync(own, JSON.stringify(SELF));
  try {
    const taken = tryLink(own, path);
    if (taken) held.add(path); // at once, or another server in this process could think it a dead one's
    return taken;
  } finally {
    rmSync(own, { force: true });
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Renamed into place, so that nobody reads half of it. */
function write(path: string, holder: Holder): void {
  const own = ownFile(path);
  writeFileSync(own, JSON.stringify(holder));
  renameSync(own, path);
}

/** `undefined` where it has just gone. */
function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    // Nothing of ours leaves half a file, but a power cut may: it has no owner.
    if (error instanceof SyntaxError) return { pid: 0, host: SELF.host };
    throw error;
  }
}

function isAbandoned(path: string, { pid, host }: Holder, watchedMs: number): boolean {
  if (host === SELF.host) {
    if (pid === process.pid) return !held.has(path);
    if (!isAlive(pid)) return true;
  }
  const beat = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return watchedMs > WAKE_MS && Date.now() - beat > QUIET_LIMIT_MS;
}

/** Of several that find the same lock abandoned, one moves it away; the others find it gone. */
function takeAway(path: string, watchedMs: number): void {
  const aside = `${ownFile(path)}.old`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  // Another server may have been faster, and this is its new lock: give it back.
  const holder = readHolder(aside);
  if (holder && !isAbandoned(aside, holder, watchedMs)) tryLink(aside, path);
  rmSync(aside, { force: true });
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch (error) {
    // Somebody has removed the folder from under the server; what is written next says so, with a message for people.
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function inUse(dataDir: string, path: string, holder: Holder | undefined): Error {
  return new Error(
    `${dataDir} is in use by another Atelier server (${describe(holder)}); two on the same data would destroy each other's work. ` +
      `Use that one, stop it, or give this one a folder of its own: ATELIER_DATA_DIR=./other-data. ` +
      `(If there is surely no such server, delete ${path}.)`,
  );
}

function describe(holder: Holder | undefined): string {
  if (!holder) return 'which has just started';
  const { pid, host, port } = holder;
  const where = host === SELF.host ? '' : ` on ${host}`;
  return `process ${pid}${where}${port === undefined ? '' : `, port ${port}`}`;
}

/** One per attempt would not be cleaned up after a crash; one per process is used again. */
const ownFile = (path: string) => `${path}.${process.pid}`;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
