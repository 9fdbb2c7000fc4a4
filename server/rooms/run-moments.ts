import { isKeyframe } from '../protocol/keyframes';
import { MAX_RUN_CHECKPOINTS, MAX_RUN_KEYFRAMES } from '../protocol/limits';
import { isActive } from '../protocol/runs';
import type { CheckpointRecord, KeyframeRecord, OriginRecord, RunRecord } from './record';

/*
 * The moments of a run of which something is kept. An event of a run that has ended, or of a moment before the latest one
 * that is kept, is late and changes nothing: the same object comes back.
 */

/** What a run goes on from, and at which of its scales; `null`: with all that is left at the last one. */
export interface StartRecord extends OriginRecord {
  readonly scale: number | null;
}

/** The latest of a run's own states, or what it was begun with; `null` where it begins afresh. */
export function startOf(run: RunRecord): StartRecord | null {
  const checkpoint = run.checkpoints.at(-1);
  if (!checkpoint || (run.origin && run.origin.iteration >= checkpoint.iteration)) {
    return run.origin && { ...run.origin, scale: null };
  }
  const { iteration, scale, width, height, picture } = checkpoint;
  return { iteration, scale, width, height, picture, format: 'float32' };
}

/** What a fork from this moment starts with: the state where it is kept, else the picture; `null` where neither is. */
export function stateAt(run: RunRecord, iteration: number): OriginRecord | null {
  const { result } = run;
  if (result?.iteration === iteration) {
    const { width, height, checkpoint } = result;
    return { iteration, width, height, picture: checkpoint, format: 'float32' };
  }
  const checkpoint = run.checkpoints.find((candidate) => candidate.iteration === iteration);
  const keyframe = run.keyframes.find((candidate) => candidate.iteration === iteration);
  const found = checkpoint ?? keyframe;
  if (!found) return null;
  const { width, height, picture } = found;
  return { iteration, width, height, picture, format: checkpoint ? 'float32' : 'png' };
}

/**
 * Where there are too many, the earliest that is off the regular spacing goes: last pictures, of a run that was continued
 * several times.
 */
export function addKeyframe(run: RunRecord, keyframe: KeyframeRecord): RunRecord {
  if (!isActive(run.status) || keyframe.iteration <= (run.keyframes.at(-1)?.iteration ?? -1)) return run;
  const excess =
    run.keyframes.length < MAX_RUN_KEYFRAMES
      ? undefined
      : (run.keyframes.find(({ iteration }) => !isKeyframe(iteration)) ?? run.keyframes[0]);
  return { ...run, keyframes: [...run.keyframes.filter((other) => other !== excess), keyframe] };
}

/** The first and the latest stay; of the others, the one whose neighbours are closest together on a log axis goes. */
export function addCheckpoint(run: RunRecord, checkpoint: CheckpointRecord): RunRecord {
  if (!isActive(run.status) || checkpoint.iteration <= (run.checkpoints.at(-1)?.iteration ?? -1)) return run;
  const checkpoints = [...run.checkpoints, checkpoint];
  if (checkpoints.length > MAX_RUN_CHECKPOINTS) {
    const gap = (index: number) =>
      (checkpoints[index + 1]!.iteration + 1) / (checkpoints[index - 1]!.iteration + 1);
    const inner = checkpoints.map((_, index) => index).slice(1, -1);
    checkpoints.splice(
      inner.reduce((least, index) => (gap(index) < gap(least) ? index : least)),
      1,
    );
  }
  return { ...run, checkpoints };
}

/** The run without what an attempt that is given up had added after this iteration. */
export function dropAfter(run: RunRecord, iteration: number): RunRecord {
  return {
    ...run,
    keyframes: run.keyframes.filter((keyframe) => keyframe.iteration <= iteration),
    checkpoints: run.checkpoints.filter((checkpoint) => checkpoint.iteration <= iteration),
  };
}
