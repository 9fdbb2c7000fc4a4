/** Later keyframes are further apart: a picture changes most at first, and a constant ratio spaces them evenly on a log axis. */
const RATIO = 1.16;

/**
 * The iteration of the keyframe after this one. It depends on nothing else, so that a run keeps to one spacing however its
 * length is steered, is resumed or continued. The last iterate of a run is a keyframe in any case.
 * @param iteration of a keyframe, or 0
 */
export function nextKeyframe(iteration: number): number {
  return Math.max(iteration + 1, Math.ceil(iteration * RATIO));
}

/** Whether a keyframe belongs to this iteration, whichever run it is of. */
export function isKeyframe(iteration: number): boolean {
  let candidate = 0;
  while (candidate < iteration) candidate = nextKeyframe(candidate);
  return candidate === iteration;
}
