import type { Logger } from '../logger';
import { collect, type Estate } from './collect';
import type { RetentionPolicy } from './policy';

/** Not at once: a server that was just started has other things to do. */
const FIRST_MS = 10 * 60 * 1000;
const EVERY_MS = 24 * 60 * 60 * 1000;

/** A store that is full of what rooms show is full again at once: to collect then for every put would help nobody. */
const PAUSE_MS = 10 * 60 * 1000;

/** Collects by itself, as long as the server runs. */
export interface RetentionTimer {
  /** Collects now, unless that is being done already or was done within the last ten minutes. Never rejects: what goes wrong is in the log. */
  collectNow(): Promise<void>;
  /** Ends it, after a collection that is being done. */
  close(): Promise<void>;
}

/** Starts to collect once a day, and for the first time ten minutes from now. */
export function startRetention(estate: Estate, policy: RetentionPolicy, logger: Logger): RetentionTimer {
  let going: Promise<void> | null = null;
  let restsUntil = 0;
  const collectNow = async () => {
    if (!going && performance.now() < restsUntil) return;
    await (going ??= collectAndTell(estate, policy, logger).finally(() => {
      going = null;
      restsUntil = performance.now() + PAUSE_MS;
    }));
  };
  let timer = setTimeout(function again() {
    timer = setTimeout(again, EVERY_MS).unref();
    void collectNow();
  }, FIRST_MS).unref();
  return {
    collectNow,
    close: async () => {
      clearTimeout(timer);
      await going;
    },
  };
}

async function collectAndTell(estate: Estate, policy: RetentionPolicy, logger: Logger): Promise<void> {
  try {
    const { plan, removed, bytesLeft, forgotten, unreadable } = await collect(estate, policy, Date.now());
    for (const { roomId, error } of unreadable) {
      logger.error({ err: error, roomId }, 'nothing was collected, since a room does not say what it needs');
    }
    logger.info(
      { objects: removed.length, rooms: forgotten.length, bytes: plan.bytes, left: bytesLeft },
      'what was old has been collected',
    );
    if (policy.maxBytes !== null && bytesLeft > policy.maxBytes) {
      logger.warn(
        { left: bytesLeft, limit: policy.maxBytes },
        'what the rooms need takes more than ATELIER_MAX_STORE_GB',
      );
    }
  } catch (error) {
    logger.error({ err: error }, 'what is old could not be collected');
  }
}
