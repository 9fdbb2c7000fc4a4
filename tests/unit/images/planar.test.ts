import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cropRegion } from '../../../server/images/crop';
import { encodeFrame, encodePng } from '../../../server/images/encode';
import { toPlanar } from '../../../server/images/planar';
import { thumbnail } from '../../../server/images/thumbnail';
import type { PlanarImage } from '../../../server/style/image';

/** 4×2 pixels, each with its own colour: red counts columns, green rows. */
const bytes = Uint8Array.from([0, 1].flatMap((y) => [0, 1, 2, 3].flatMap((x) => [x * 60, y * 100, 7])));
const file = (): Promise<Buffer> =>
  sharp(bytes, { raw: { width: 4, height: 2, channels: 3 } })
    .png()
    .toBuffer();

function values(image: PlanarImage): number[] {
  return Array.from(image.data, (value) => Math.round(value * 255));
}

function flat(width: number, height: number, value: number): PlanarImage {
  return { width, height, data: new Float32Array(3 * width * height).fill(value) };
}

describe('toPlanar', () => {
  test('gives planes of R, G and B in [0,1]', async () => {
    const image = await toPlanar(await file());
    expect(image).toMatchObject({ width: 4, height: 2 });
    expect(values(image)).toEqual([
      ...[0, 60, 120, 180, 0, 60, 120, 180],
      ...[0, 0, 0, 0, 100, 100, 100, 100],
      ...[7, 7, 7, 7, 7, 7, 7, 7],
    ]);
    expect(image.data[2]).toBe(Math.fround(120 / 255));
  });

  test('crops by fractions', async () => {
    const image = await toPlanar(await file(), { crop: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 } });
    expect(image).toMatchObject({ width: 2, height: 1 });
    expect(values(image)).toEqual([120, 180, 100, 100, 7, 7]);
  });

  test('crops the upright picture', async () => {
    const sideways = await sharp(bytes, { raw: { width: 4, height: 2, channels: 3 } })
      .withMetadata({ orientation: 6 })
      .png()
      .toBuffer();
    const whole = await toPlanar(sideways);
    expect(whole).toMatchObject({ width: 2, height: 4 });
    // Turned clockwise: the file's left column is the top row, its bottom row the left column.
    expect(values(whole).slice(0, 8)).toEqual([0, 0, 60, 60, 120, 120, 180, 180]);
    expect(values(whole).slice(8, 16)).toEqual([100, 0, 100, 0, 100, 0, 100, 0]);
    const top = await toPlanar(sideways, { crop: { x: 0, y: 0, width: 0.5, height: 0.25 } });
    expect(values(top)).toEqual([0, 100, 7]);
  });

  test.each([
    [{ width: 300, height: 200 }, 150, { width: 150, height: 100 }],
    [{ width: 200, height: 300 }, 150, { width: 100, height: 150 }],
    [{ width: 301, height: 200 }, 150, { width: 150, height: 100 }],
    [{ width: 100, height: 50 }, 150, { width: 100, height: 50 }],
    [{ width: 1000, height: 1 }, 100, { width: 100, height: 1 }],
  ])('reduces %o to a long side of %i and never enlarges', async (size, maxSide, expected) => {
    const picture = await sharp({ create: { ...size, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    const image = await toPlanar(picture, { maxSide });
    expect({ width: image.width, height: image.height }).toEqual(expected);
    expect(new Set(values(image))).toEqual(new Set([0x33, 0x66, 0x99]));
  });

  test('reduces what was cropped', async () => {
    const picture = await sharp({ create: { width: 400, height: 400, channels: 3, background: '#336699' } })
      .png()
      .toBuffer();
    const image = await toPlanar(picture, { crop: { x: 0, y: 0.25, width: 1, height: 0.5 }, maxSide: 100 });
    expect(image).toMatchObject({ width: 100, height: 50 });
  });
});

describe('cropRegion', () => {
  test.each([
    [
      { x: 0, y: 0, width: 1, height: 1 },
      { left: 0, top: 0, width: 10, height: 7 },
    ],
    [
      { x: 1, y: 1, width: 0, height: 0 },
      { left: 9, top: 6, width: 1, height: 1 },
    ],
    [
      { x: 0.5, y: 0.5, width: 0.6, height: 0.6 },
      { left: 5, top: 4, width: 5, height: 3 },
    ],
    [
      { x: 0.04, y: 0, width: 0.02, height: 1 },
      { left: 0, top: 0, width: 1, height: 7 },
    ],
  ])('%o of 10×7 pixels', (crop, expected) => {
    expect(cropRegion(crop, { width: 10, height: 7 })).toEqual(expected);
  });
});

describe('encoding', () => {
  test('PNG gives back every pixel, clamped and rounded', async () => {
    const image: PlanarImage = {
      width: 2,
      height: 2,
      data: Float32Array.of(-0.5, 1.5, 0.5, 1, 0, 0.1, 0.2, 0.3, 0.999, 0.001, 0.75, 0.6),
    };
    const png = await encodePng(image);
    expect(png).toMatchObject({ mime: 'image/png', width: 2, height: 2 });
    expect(values(await toPlanar(png.bytes))).toEqual([0, 255, 128, 255, 0, 26, 51, 77, 255, 0, 191, 153]);
  });

  test('PNG carries what it was made with', async () => {
    const metadata = { network: 'compact', title: 'Der Schrei – 叫び', settings: { size: 512 } };
    const { bytes: png } = await encodePng(flat(4, 4, 0.5), { metadata });
    const exif = (await sharp(png).metadata()).exif?.toString('latin1') ?? '';
    const json = exif.slice(exif.indexOf('{'), exif.lastIndexOf('}') + 1);
    expect(JSON.parse(json)).toEqual(metadata);
  });

  test('a frame is a JPEG of at most the given long side', async () => {
    const frame = await encodeFrame(flat(200, 100, 0.5), { maxSide: 50 });
    expect(frame).toMatchObject({ mime: 'image/jpeg', width: 50, height: 25 });
    expect((await sharp(frame.bytes).metadata()).format).toBe('jpeg');
    expect(Math.abs(values(await toPlanar(frame.bytes))[0] - 128)).toBeLessThanOrEqual(2);
    expect(await encodeFrame(flat(20, 10, 0.5), { maxSide: 50 })).toMatchObject({ width: 20, height: 10 });
  });

  test('a thumbnail is a WebP of the cropped part', async () => {
    const small = await thumbnail(await file(), {
      crop: { x: 0, y: 0, width: 0.5, height: 1 },
      maxSide: 100,
    });
    expect(small).toMatchObject({ mime: 'image/webp', width: 2, height: 2 });
    const large = await sharp({ create: { width: 400, height: 100, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect(await thumbnail(large, { maxSide: 100 })).toMatchObject({ width: 100, height: 25 });
  });

  test.each([NaN, Infinity, -Infinity])('%d never becomes a pixel', async (value) => {
    const image = flat(3, 2, 0.5);
    image.data[6 + 4] = value;
    const error = { code: 'run-failed', message: expect.stringContaining('channel 1 at (1, 1)') };
    await expect(encodePng(image)).rejects.toMatchObject(error);
    await expect(encodeFrame(image, { maxSide: 10 })).rejects.toMatchObject(error);
  });
});
