import type { Progress } from '../../../server/protocol/curves';
import type { RunId } from '../../../server/protocol/ids';
import type { RoomInput } from '../../../server/rooms/inputs';
import type { RoomRecord } from '../../../server/rooms/record';
import type { Dice } from './dice';
import { randomPatch } from './settings-patches';
import { settingsPatchSchema } from '../../../server/protocol/settings';

/** What can be told of a run. `put` keeps an object, and gives its key. */
type Telling = (
  dice: Dice,
  runId: RunId,
  progress: Progress,
  put: () => string,
  room: RoomRecord,
) => RoomInput;

const problem = { code: 'run-failed', message: 'The computing process was killed.' } as const;
const sized = { width: 512, height: 384 };

const keyframe: Telling = (dice, runId, { iteration }, put) => ({
  type: 'run-keyframe',
  runId,
  keyframe: { ...sized, iteration: near(dice, iteration), bytes: 1000, picture: put() },
});
const checkpoint: Telling = (dice, runId, { iteration }, put, { setup }) => ({
  type: 'run-checkpoint',
  runId,
  checkpoint: {
    ...sized,
    iteration: near(dice, iteration),
    at: 0,
    scale: dice.below(3),
    picture: put(),
    settings: setup.settings,
  },
});

const tellings: readonly Telling[] = [
  keyframe,
  keyframe,
  keyframe,
  checkpoint,
  checkpoint,
  (dice, runId) => ({ type: 'run-queued', runId, startsInSeconds: null, position: 1 + dice.below(4) }),
  (_dice, runId) => ({ type: 'run-started', runId, engine: 'onnx (cpu)', networkChecksum: 'sha256:00' }),
  (_dice, runId) => ({ type: 'run-started', runId, engine: 'onnx (cpu)', networkChecksum: 'sha256:00' }),
  (_dice, runId) => ({ type: 'run-paused', runId }),
  (_dice, runId) => ({ type: 'run-resumed', runId }),
  (_dice, runId) => ({ type: 'run-interrupted', runId, problem }),
  (dice, runId, _progress, _put, room) => {
    const change = settingsPatchSchema.safeParse(randomPatch(dice, room));
    const advice = change.success
      ? [{ code: 'noise' as const, sentence: 'It is noisy.', change: change.data }]
      : [];
    return { type: 'run-advised', runId, advice };
  },
];

const endings: readonly Telling[] = [
  (dice, runId, { iteration }, put) => ({
    type: 'run-ended',
    runId,
    how: dice.pick(['finished', 'stopped']),
    converged: iteration > 0 && dice.chance(0.2),
    result: dice.chance(0.15) ? null : { ...sized, iteration, png: put(), preview: put(), checkpoint: put() },
  }),
  (_dice, runId) => ({ type: 'run-failed', runId, problem }),
];

/** Something that the queue tells of a run: mostly of its course, now and then that it has ended. */
export function randomRunEvent(...[dice, ...rest]: Parameters<Telling>): RoomInput & { runId: RunId } {
  const telling = dice.chance(0.12) ? dice.pick(endings) : dice.pick(tellings);
  return telling(dice, ...rest) as RoomInput & { runId: RunId };
}

/** Mostly where the run is; sometimes of a moment before, as what comes late is. */
const near = (dice: Dice, iteration: number) => (dice.chance(0.85) ? iteration : dice.below(iteration + 1));
