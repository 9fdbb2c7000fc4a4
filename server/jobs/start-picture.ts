import { encodeFrame, encodePng } from '../images/encode';
import { toPlanar } from '../images/planar';
import { FRAME_MAX_SIDE_PX } from '../protocol/limits';
import { withChromaOf } from '../style/colour';
import { resize } from '../style/resize';
import { fitWithin } from '../style/schedule';
import { fromCheckpoint, toCheckpoint } from './checkpoint';
import type { ResumedJob, StartPicture } from './own-start';

/**
 * Makes of a run's checkpoint what the run would have left, had it been stopped there: at its full size, and with the
 * content's colours where only the lightness is painted.
 *
 * @throws AppError where a picture cannot be decoded or has values that are not finite
 */
export async function pictureOfStart({ content, settings, start }: ResumedJob): Promise<StartPicture> {
  const decoded = await toPlanar(content.bytes, { crop: content.crop, maxSide: settings.size });
  const size = fitWithin(decoded, settings.size);
  const state = resize(fromCheckpoint(start), size);
  const shown = settings.colour === 'luminance' ? withChromaOf(state, resize(decoded, size)) : state;
  const { iteration } = start;
  const { bytes: png } = await encodePng(shown);
  const frame = await encodeFrame(shown, { maxSide: FRAME_MAX_SIDE_PX });
  return {
    frame: { iteration, ...frame, final: true },
    outcome: {
      ...size,
      png,
      checkpoint: toCheckpoint(state),
      progress: { iteration, totalIterations: settings.iterations, remainingSeconds: 0 },
      evaluations: 0,
      converged: false,
    },
  };
}
