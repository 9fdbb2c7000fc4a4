import type { JobPicture, JobStart, RunJob } from '../jobs/run-queue';
import type { CurvePoint } from '../protocol/curves';
import type { Picture } from '../protocol/images';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RoomRecord, RunRecord } from './record';
import type { StartRecord } from './run-moments';

/**
 * Fetches all that a run needs to be computed.
 * @param start what to go on from, or `null`
 * @param curve of the run so far; empty for a new one
 * @throws AppError `not-found` where a picture is gone from the store
 */
export async function makeJob(
  room: RoomRecord,
  run: RunRecord,
  start: StartRecord | null,
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
    start: start && (await fetchStart(start, curve, objects)),
  };
}

async function fetchStart(
  { picture, ...start }: StartRecord,
  curve: readonly CurvePoint[],
  objects: ObjectStore,
): Promise<JobStart> {
  return { ...start, picture: await objects.get(picture), seconds: curve.at(-1)?.seconds ?? 0 };
}
