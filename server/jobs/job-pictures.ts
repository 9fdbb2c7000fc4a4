import { cropRegion } from '../images/crop';
import { openPicture } from '../images/open-picture';
import { toPlanar } from '../images/planar';
import type { PlanarImage, Size } from '../style/image';
import { fromCheckpoint } from './checkpoint';
import type { JobPicture, JobStart, RunJob } from './run-queue';

/** The pictures of a job, decoded, and how large they are in the files. */
export interface JobPictures {
  readonly content: PlanarImage;
  readonly styles: readonly PlanarImage[];
  readonly initial: PlanarImage | undefined;
  /** What the run goes on from. */
  readonly start: PlanarImage | undefined;
  readonly contentSize: Size;
  readonly styleSizes: readonly Size[];
}

/** Style pictures keep at least so much more than the run's size: a narrow one needs it, and so does advice about strokes. */
const STYLE_MARGIN = 2;

/**
 * Decodes what a job reads. One after another: decoding several large pictures at once takes the memory of all of them.
 *
 * @throws AppError where a picture cannot be used
 */
export async function readPictures(job: RunJob): Promise<JobPictures> {
  const { size, styleScale } = job.settings;
  const read = ({ bytes, crop }: JobPicture, maxSide: number): Promise<PlanarImage> =>
    toPlanar(bytes, { crop, maxSide: Math.ceil(maxSide) });
  const styles: PlanarImage[] = [];
  for (const style of job.styles) styles.push(await read(style, Math.max(STYLE_MARGIN, styleScale) * size));
  const styleSizes: Size[] = [];
  for (const style of job.styles) styleSizes.push(await usedSize(style));
  return {
    content: await read(job.content, size),
    styles,
    initial: job.initial === null ? undefined : await read(job.initial, STYLE_MARGIN * size),
    start: job.start === null ? undefined : await readStart(job.start),
    contentSize: await usedSize(job.content),
    styleSizes,
  };
}

async function readStart(start: JobStart): Promise<PlanarImage> {
  return start.format === 'float32' ? fromCheckpoint(start) : toPlanar(start.picture);
}

/** The size of the part of a picture that is used. */
async function usedSize({ bytes, crop }: JobPicture): Promise<Size> {
  const { width, height } = await openPicture(bytes);
  return crop === null ? { width, height } : cropRegion(crop, { width, height });
}
