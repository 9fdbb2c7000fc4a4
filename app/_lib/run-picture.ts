import type { RoomId } from '../../server/protocol/ids';
import { isActive, type Run } from '../../server/protocol/runs';
import { resultIteration } from './run-moments';
import { inlineResultUrl, keyframeUrl, previewUrl, type PictureSide } from './urls';

/** Where the picture of a moment of a run comes from. */
export type RunPicture =
  | { readonly kind: 'result'; readonly iteration: number }
  | { readonly kind: 'keyframe'; readonly iteration: number }
  /** The frames as they come; until the first is here, the keyframe, where there is one. */
  | { readonly kind: 'live'; readonly keyframe: number | null }
  | { readonly kind: 'none' };

/** @param iteration `null` for the newest picture that there is */
export function pictureOf(run: Run, iteration: number | null): RunPicture {
  const ended = resultIteration(run);
  const keyframe = run.keyframes.at(-1) ?? null;
  if (iteration !== null) {
    if (iteration === ended) return { kind: 'result', iteration };
    return run.keyframes.includes(iteration) ? { kind: 'keyframe', iteration } : { kind: 'none' };
  }
  if (ended !== null) return { kind: 'result', iteration: ended };
  if (isActive(run.status)) return { kind: 'live', keyframe };
  return keyframe === null ? { kind: 'none' } : { kind: 'keyframe', iteration: keyframe };
}

/** Address of a picture of a run in full size, or made small for `side` pixels; `null` where only frames show it. */
export function runPictureUrl(
  roomId: RoomId,
  run: Run,
  picture: RunPicture,
  side?: PictureSide,
): string | null {
  if (picture.kind === 'result') {
    return (side === undefined ? inlineResultUrl : previewUrl)(roomId, run.id, picture.iteration);
  }
  const iteration =
    picture.kind === 'live' ? picture.keyframe : picture.kind === 'keyframe' && picture.iteration;
  if (iteration === null || iteration === false) return null;
  return keyframeUrl(roomId, { runId: run.id, iteration }, side);
}
