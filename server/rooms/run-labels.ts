import type { RunId } from '../protocol/ids';
import type { RoomContext } from './inputs';
import { keep, refuse, type Transition } from './outcome';
import type { RoomRecord, RunRecord } from './record';

/*
 * What is said of a run, whatever it is doing. None of it changes what it computes.
 */

/** Gives a run another name; `null` takes it away, so that the run goes by its number. */
export function renameRun(room: RoomRecord, runId: RunId, name: string | null): Transition {
  return labelRun(room, runId, (run) => (run.name === name ? run : { ...run, name }));
}

/** Marks a run as one of the room's best, or no longer. */
export function favouriteRun(room: RoomRecord, runId: RunId, favourite: boolean): Transition {
  return labelRun(room, runId, (run) => (run.favourite === favourite ? run : { ...run, favourite }));
}

/** Says whether anybody may see a run's result: it comes into the gallery, or is taken out of it. */
export function publishRun(
  room: RoomRecord,
  runId: RunId,
  published: boolean,
  context: RoomContext,
): Transition {
  if (published && room.runs.some(({ id, result }) => id === runId && result === null)) {
    return refuse('conflict', 'This run has left no picture yet, so there is nothing to publish.', 'runId');
  }
  const listedAt = published ? context.now : null;
  return labelRun(room, runId, (run) =>
    run.published === published ? run : { ...run, published, listedAt },
  );
}

function labelRun(room: RoomRecord, runId: RunId, change: (run: RunRecord) => RunRecord): Transition {
  const run = room.runs.find(({ id }) => id === runId);
  if (!run) return refuse('not-found', 'This run is not in the room.', 'runId');
  const changed = change(run);
  if (changed === run) return keep(room);
  return keep({ ...room, runs: room.runs.map((other) => (other === run ? changed : other)) });
}
