import type { JobPicture, JobStart, RunJob } from '../jobs/run-queue';
import type { CurvePoint } from '../protocol/curves';
import type { Picture } from '../protocol/images';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { ObjectKey, RoomRecord, RunRecord } from './record';

/**
 * Fetches all that a run needs to be computed.
 * @param checkpoint the object to go on from, or `null`
 * @param curve of the run so far; empty for a new one
 * @throws AppError `not-found` where a picture is gone from the store
 */
export async function makeJob(
  room: RoomRecord,
  run: RunRecord,
  checkpoint: ObjectKey | null,
  curve: readonly CurvePoint[],
  objects: ObjectStore,
): Promise<RunJob> {
  const fetchPicture = async ({ imageId, crop }: Picture): Promise<JobPicture> => ({
    imageId,
    bytes: await objects.get(imageId),
    crop,
  });
  return {
    roomId: room.id,
    runId: run.id,
    settings: run.settings,
    content: await fetchPicture(run.content),
    styles: await Promise.all(run.styles.map(fetchPicture)),
    initial: run.initial && (await fetchPicture(run.initial)),
    start: checkpoint === null ? null : await fetchStart(run, checkpoint, curve, objects),
  };
}

async function fetchStart(
  run: RunRecord,
  checkpoint: ObjectKey,
  curve: readonly CurvePoint[],
  objects: ObjectStore,
): Promise<JobStart> {
  if (!run.result) throw new Error(`run ${run.id} has a checkpoint but no result`);
  return {
    pixels: await objects.get(checkpoint),
    width: run.result.width,
    height: run.result.height,
    iteration: run.result.iteration,
    seconds: curve.at(-1)?.seconds ?? 0,
  };
}
