import sharp from 'sharp';
import { expect, it } from 'vitest';
import { toCheckpoint } from '../../../server/jobs/checkpoint';
import { readPictures } from '../../../server/jobs/job-pictures';
import type { JobStart } from '../../../server/jobs/run-queue';
import { scenePicture, strokesPicture } from '../../support/pictures';
import { makeJob } from '../../support/run-jobs';

const WIDTH = 5;
const HEIGHT = 3;
const at = { width: WIDTH, height: HEIGHT, iteration: 12, seconds: 3 };
/** Levels from 0 to 255, other ones in each channel. */
const levels = Uint8Array.from({ length: 3 * WIDTH * HEIGHT }, (_, index) => (index * 17) % 256);

async function startOf(start: JobStart): Promise<Float32Array> {
  const content = await scenePicture(32, 24);
  const { start: picture } = await readPictures(
    makeJob({ size: 64 }, { content, styles: [await strokesPicture(32, 32)], start }),
  );
  expect(picture).toMatchObject({ width: WIDTH, height: HEIGHT });
  return picture!.data as Float32Array;
}

it('R45: a run that starts with a picture gets its levels, plane by plane', async () => {
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
  const picture = await sharp(levels, { raw }).png().toBuffer();
  const data = await startOf({ ...at, picture, format: 'png', scale: null });
  const expected = [0, 1, 2].flatMap((channel) =>
    Array.from({ length: WIDTH * HEIGHT }, (_, pixel) => levels[3 * pixel + channel]! / 255),
  );
  expect([...data]).toEqual(expected.map((value) => expect.closeTo(value, 6) as number));
});

it('R45: a run that starts with a state gets its numbers, beyond white and black too', async () => {
  const data = Float32Array.from(levels, (level) => level / 100 - 1);
  const picture = toCheckpoint({ width: WIDTH, height: HEIGHT, data });
  expect([...(await startOf({ ...at, picture, format: 'float32', scale: null }))]).toEqual([...data]);
});
