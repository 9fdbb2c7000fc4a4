import type { CurvePoint } from '../../server/protocol/curves';
import type { Run } from '../../server/protocol/runs';
import type { Settings } from '../../server/protocol/settings';
import type { Seat } from './client';
import { openStudio, type Studio } from './studio';

/** What the scripted compute process does with a run, as its seed says: see `scripted-compute.mjs`. */
export const scripts = { paints: 9, hangs: 10, hangsOnce: 11, dies: 4 } as const;

/** A room with a run that is asked for, whose members come back by themselves when they have lost the server. */
export async function startPainting(url: string, settings: Partial<Settings>): Promise<Studio> {
  const studio = await openStudio(url);
  for (const seat of [studio.a, studio.b]) {
    seat.socket.on('disconnect', () => (seat.caughtUp = null));
    seat.socket.on('connect', () => void seat.join(studio.roomId));
  }
  await studio.a.command({ type: 'settings:change', patch: settings });
  const answer = await studio.a.command({ type: 'run:start' });
  if (!answer.ok) throw new Error(`refused: ${answer.problem.message}`);
  return studio;
}

/** Resolves once both members have come back, after the server has started again. */
export async function untilBack({ a, b }: Studio): Promise<void> {
  await Promise.all([a, b].map((seat) => seat.until(({ caughtUp }) => caughtUp !== null, 'back')));
}

export function runOf(seat: Seat): Run {
  return seat.room!.runs.at(-1)!;
}

/** The last iterate that a member was told. */
export function reached(seat: Seat): number {
  return seat.iterates.at(-1)?.points.at(-1)?.iteration ?? -1;
}

/** The whole curve of a room's latest run, as the server has it. */
export async function wholeCurve({ owner, a, roomId }: Studio): Promise<CurvePoint[]> {
  const response = await owner.request(`/api/rooms/${roomId}/runs/${runOf(a).id}`);
  return ((await response.json()) as { curve: CurvePoint[] }).curve;
}

/** Which checkpoint the scripted run that has left this result went on from last; 0 where it began afresh. */
export async function wentOnFrom({ owner, a, roomId }: Studio): Promise<number> {
  const response = await owner.request(`/api/rooms/${roomId}/runs/${runOf(a).id}/result.png`);
  const [high, low] = new Uint8Array(await response.arrayBuffer());
  return 256 * high! + low!;
}

/** 0, 1, …, last */
export function upTo(last: number): number[] {
  return Array.from({ length: last + 1 }, (_, iteration) => iteration);
}
