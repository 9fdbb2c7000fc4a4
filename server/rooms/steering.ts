import type { Settings } from '../protocol/settings';
import type { RoomContext } from './inputs';
import { checkSteeredFits } from './memory';
import { refuse, type Transition } from './outcome';
import type { RunRecord } from './record';
import { isBlendOff } from './settings';

/**
 * Whether a run that is going can be steered to these settings: `null`, or the refusal. Its style pictures, its size and its
 * weights may be others than the room's, so settings that are right for the room need not be right for it. The whole
 * change is refused then, and not only the run's part of it: the page would show a value that the picture is not
 * painted with.
 */
export function checkSteering(run: RunRecord, steered: Settings, context: RoomContext): Transition | null {
  return checkAim(run, steered) ?? checkSteeredFits(run, steered, context);
}

/** Without anything to paint towards, only the smoothness would be left, and blur the picture away. */
function checkAim(run: RunRecord, steered: Settings): Transition | null {
  if (isBlendOff(run.styles, steered)) {
    return refuse(
      'invalid',
      'This would turn off every style picture that the run paints from. Nothing was changed, and the run goes on as before. ' +
        'To leave a picture out of the next run, remove it from the style pictures: this run keeps it.',
      'styleBlend',
    );
  }
  if (steered.contentWeight === 0 && steered.styleWeight === 0) {
    const [last, other] = run.settings.contentWeight === 0 ? ['style', 'content'] : ['content', 'style'];
    return refuse(
      'invalid',
      `This would leave the run nothing to paint towards: its ${other} weight is 0 already. ` +
        `Nothing was changed, and the run goes on as before. Raise the ${other} weight first.`,
      `${last}Weight`,
    );
  }
  return null;
}
