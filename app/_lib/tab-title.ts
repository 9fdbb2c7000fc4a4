import { isActive, type Run } from '../../server/protocol/runs';
import { percentOf } from './format';

/** What the browser's tab says: how far a run is, or that one has ended while nobody looked. */
export function tabTitle(room: string, run: Run | undefined, endedUnseen: boolean, finished: string): string {
  if (endedUnseen) return `✓ ${finished} · ${room}`;
  if (run && isActive(run.status)) return `${percentOf(run.progress)} % · ${room}`;
  return `${room} · Atelier`;
}
