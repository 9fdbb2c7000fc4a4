import type { Advice } from '../protocol/advice';
import { isActive } from '../protocol/runs';
import type { Settings } from '../protocol/settings';
import type { RoomRecord, RunRecord } from './record';
import { isSame } from './setting-changes';
import { mergeSettings } from './settings';

/** What is to be advised on a run that is going now; an event of a run that has ended changes nothing. */
export function adviseRun(run: RunRecord, advice: readonly Advice[], setup: Settings): RunRecord {
  return isActive(run.status) ? withAdvice(run, withoutTaken(advice, setup)) : run;
}

/** The room without the advice that its setup follows already. Runs that lose none are the same objects. */
export function dropTakenAdvice(room: RoomRecord): RoomRecord {
  const { settings } = room.setup;
  return { ...room, runs: room.runs.map((run) => withAdvice(run, withoutTaken(run.advice, settings))) };
}

function withAdvice(run: RunRecord, advice: Advice[]): RunRecord {
  return isSame(run.advice, advice) ? run : { ...run, advice };
}

/** Advice is taken with an ordinary change of the room's settings: one that would change nothing has been taken. */
function withoutTaken(advice: readonly Advice[], setup: Settings): Advice[] {
  return advice.filter(({ change }) => !isSame(mergeSettings(setup, change), setup));
}
