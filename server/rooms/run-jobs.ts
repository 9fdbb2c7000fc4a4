import { AppError } from '../errors';
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
 * @throws StateGoneError where the run's own state is gone from the store; AppError `not-found` where another picture is
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
    past: { steered: wasSteered(run), continuedFrom: run.origin?.iteration ?? null },
  };
}

/** How long a run is to be changes nothing about how its picture is made; that is also what continuing one leaves. */
function wasSteered({ marks }: RunRecord): boolean {
  return marks.some(({ changes }) => changes.some(({ field }) => field !== 'iterations'));
}

async function fetchStart(
  { picture, ...start }: StartRecord,
  curve: readonly CurvePoint[],
  objects: ObjectStore,
): Promise<JobStart> {
  const bytes = await objects.get(picture).catch((error: unknown) => {
    const isOwnStateGone = start.scale !== null && error instanceof AppError && error.code === 'not-found';
    throw isOwnStateGone ? new StateGoneError(start.iteration, error) : error;
  });
  return { ...start, picture: bytes, seconds: curve.at(-1)?.seconds ?? 0 };
}

/** A state that the run has left on its way is no longer in the store; it may have left earlier ones. */
export class StateGoneError extends AppError {
  /** Of the state. */
  readonly iteration: number;

  constructor(iteration: number, cause: AppError) {
    const { code, message, userMessage } = cause;
    super({ code, message, userMessage, cause });
    this.iteration = iteration;
  }
}
