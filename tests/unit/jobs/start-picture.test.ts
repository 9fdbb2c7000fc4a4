import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { ResumedJob } from '../../../server/jobs/own-start';
import { pictureOfStart } from '../../../server/jobs/start-picture';
import { scenePicture } from '../../support/pictures';
import { makeJob } from '../../support/run-jobs';

/** A run of a 64×48 picture that goes on from a grey 32×24 one. */
async function resumed(colour: 'original' | 'luminance'): Promise<ResumedJob> {
  const [width, height] = [32, 24];
  const picture = new Uint8Array(new Float32Array(3 * width * height).fill(0.5).buffer);
  const job = makeJob({ size: 64, iterations: 300, colour }, { content: await scenePicture(64, 48) });
  return {
    ...job,
    start: { picture, format: 'float32', width, height, iteration: 40, scale: 0, seconds: 1 },
  };
}

describe('what a run leaves that ends where it would have gone on', () => {
  it('is the picture of its checkpoint at the full size, and the state to go on from', async () => {
    const { frame, outcome } = await pictureOfStart(await resumed('original'));
    expect(outcome).toMatchObject({
      width: 64,
      height: 48,
      progress: { iteration: 40, totalIterations: 300, remainingSeconds: 0 },
    });
    expect(outcome.checkpoint.byteLength).toBe(3 * 64 * 48 * 4);
    const { data, info } = await sharp(outcome.png).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: 64, height: 48, channels: 3 });
    expect(data.every((value) => value === 127 || value === 128)).toBe(true);
    expect(frame).toMatchObject({ iteration: 40, final: true, mime: 'image/jpeg', width: 64, height: 48 });
  });

  it('has the colours of the content where only the lightness is painted', async () => {
    const { outcome } = await pictureOfStart(await resumed('luminance'));
    const { channels } = await sharp(outcome.png).stats();
    expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(1);
  });
});
