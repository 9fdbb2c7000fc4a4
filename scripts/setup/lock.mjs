import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const BEAT_MS = 2_000;
/** An owner that lives has given a sign in this time, many times over. */
const QUIET_LIMIT_MS = 30_000;
/** A program of a killed owner gives no signs; this is longer than any of them takes. */
const ORPHAN_LIMIT_MS = 600_000;
const POLL_MS = 250;

/**
 * A file that only one process at a time holds. It names its owner, so that one that a dead process has left is taken
 * over; the owner touches it now and then, so that one whose number has since been given to another process (which is
 * likely in containers) is taken over as well.
 * @param {string} path
 * @param {() => void} onWait called once where another process holds it
 * @returns {Promise<{ setChild(pid: number | undefined): void; release(): void }>} `setChild` names a program that the
 *   owner runs: when the owner is killed, the lock lasts until that has ended
 */
export async function acquireLock(path, onWait = () => {}) {
  // Linked rather than written: it appears with its content, and only where there is none.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, describe());
  try {
    let waiting = watch(path);
    let told = false;
    while (!tryLink(own, path)) {
      if (waiting.isAbandoned()) {
        takeAway(path);
        waiting = watch(path);
      } else {
        if (!told) onWait();
        told = true;
        await sleep(POLL_MS);
      }
    }
  } finally {
    rmSync(own, { force: true });
  }

  const beat = setInterval(() => {
    const now = new Date();
    utimesSync(path, now, now);
  }, BEAT_MS);
  beat.unref();
  return {
    setChild: (pid) => writeFileSync(path, describe(pid)),
    release: () => {
      clearInterval(beat);
      rmSync(path, { force: true });
    },
  };
}

const describe = (child) => JSON.stringify({ owner: process.pid, child });

/** Follows a lock of another process for signs of life; clocks that jump (a laptop that slept) do not count. */
function watch(path) {
  let lastBeat;
  let seenAt = performance.now();
  return {
    isAbandoned() {
      const beat = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
      if (beat !== lastBeat) {
        lastBeat = beat;
        seenAt = performance.now();
      }
      if (beat === undefined) return false;
      const holder = readHolder(path);
      if (!holder) return false;
      const quietMs = performance.now() - seenAt;
      if (isAlive(holder.owner)) return quietMs > QUIET_LIMIT_MS;
      return !isAlive(holder.child) || quietMs > ORPHAN_LIMIT_MS;
    },
  };
}

/** `undefined` where it has just gone, or is being written. */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Of several that find the same lock abandoned, one moves it away; the others find it gone. */
function takeAway(path) {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  // Another process may have been faster, and this is its new lock: give it back.
  const holder = readHolder(aside);
  if (holder && isAlive(holder.owner) && Date.now() - statSync(aside).mtimeMs < QUIET_LIMIT_MS)
    tryLink(aside, path);
  rmSync(aside, { force: true });
}

function isAlive(pid) {
  if (pid === undefined || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
