import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { decodeUpload, type StoredImage } from '../../../server/images/decode-upload';
import { toPlanar } from '../../../server/images/planar';

const limits = { maxBytes: 20 * 2 ** 20, maxPixels: 50_000_000 };

const RED = { r: 255, g: 0, b: 0 };
const BLUE = { r: 0, g: 0, b: 255 };

/** A picture that is red on the left and blue on the right. */
function redBlue(width: number, height: number): Sharp {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: BLUE } };
  return sharp({ create: { width, height, channels: 3, background: RED } }).composite([
    { input: half, left: width / 2, top: 0 },
  ]);
}

/** The colour at a place, 0…255. */
async function colourAt(image: { bytes: Uint8Array }, x: number, y: number): Promise<number[]> {
  const { width, height, data } = await toPlanar(image.bytes);
  return [0, 1, 2].map((channel) => Math.round(data[(channel * height + y) * width + x] * 255));
}

function expectNear(actual: number[], expected: number[], tolerance: number): void {
  expect(
    Math.max(...actual.map((value, i) => Math.abs(value - expected[i]))),
    `${actual} ≈ ${expected}`,
  ).toBeLessThanOrEqual(tolerance);
}

describe('decodeUpload takes', () => {
  test.each([
    ['JPEG', (s: Sharp) => s.jpeg({ quality: 95 })],
    ['PNG', (s: Sharp) => s.png()],
    ['WebP', (s: Sharp) => s.webp({ quality: 95 })],
    ['AVIF', (s: Sharp) => s.avif({ quality: 90 })],
  ])('%s', async (_, encode) => {
    const stored = await decodeUpload(await encode(redBlue(64, 32)).toBuffer(), limits);
    expect(stored).toMatchObject({ mime: 'image/png', width: 64, height: 32 });
    expect(stored.sha256).toBe(createHash('sha256').update(stored.bytes).digest('hex'));
    expectNear(await colourAt(stored, 8, 16), [255, 0, 0], 12);
    expectNear(await colourAt(stored, 56, 16), [0, 0, 255], 12);
  });

  test('a stream', async () => {
    const bytes = await redBlue(64, 32).png().toBuffer();
    const chunks = [bytes.subarray(0, 40), bytes.subarray(40)];
    const fromStream = await decodeUpload(Readable.from(chunks), limits);
    expect(fromStream.sha256).toBe((await decodeUpload(bytes, limits)).sha256);
  });

  test('a large picture as JPEG with full colour resolution', async () => {
    const stored = await decodeUpload(await redBlue(1400, 1000).png().toBuffer(), limits);
    expect(stored.mime).toBe('image/jpeg');
    const { chromaSubsampling, width, height } = await sharp(stored.bytes).metadata();
    expect({ chromaSubsampling, width, height }).toEqual({
      chromaSubsampling: '4:4:4',
      width: 1400,
      height: 1000,
    });
    expectNear(await colourAt(stored, 699, 500), [255, 0, 0], 20);
    expectNear(await colourAt(stored, 700, 500), [0, 0, 255], 20);
  });

  test('a photograph that the camera held sideways, upright', async () => {
    // 6: the top of what is stored is the right of what was seen, so left of the file is top of the picture.
    const file = await redBlue(64, 32).jpeg({ quality: 95 }).withMetadata({ orientation: 6 }).toBuffer();
    const stored = await decodeUpload(file, limits);
    expect(stored).toMatchObject({ width: 32, height: 64 });
    expectNear(await colourAt(stored, 16, 8), [255, 0, 0], 12);
    expectNear(await colourAt(stored, 16, 56), [0, 0, 255], 12);
    expect((await sharp(stored.bytes).metadata()).orientation).toBeUndefined();
  });

  test('metadata, and drops it', async () => {
    const file = await redBlue(64, 32)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' }, IFD3: { GPSLatitude: '52/1 30/1 0/1' } })
      .withIccProfile('p3')
      .toBuffer();
    expect((await sharp(file).metadata()).exif).toBeDefined();
    const { bytes } = await decodeUpload(file, limits);
    const { exif, icc, xmp } = await sharp(bytes).metadata();
    expect({ exif, icc, xmp }).toEqual({ exif: undefined, icc: undefined, xmp: undefined });
    expect(bytes.includes('Somebody')).toBe(false);
  });

  test('transparency, flattened on white', async () => {
    const file = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const stored = await decodeUpload(file, limits);
    expect((await sharp(stored.bytes).metadata()).hasAlpha).toBe(false);
    expectNear(await colourAt(stored, 4, 4), [127, 127, 127], 2);
  });

  test('CMYK', async () => {
    const file = await redBlue(64, 32).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(file).metadata()).space).toBe('cmyk');
    const stored = await decodeUpload(file, limits);
    const { space, channels } = await sharp(stored.bytes).metadata();
    expect({ space, channels }).toEqual({ space: 'srgb', channels: 3 });
    const [r, g, b] = await colourAt(stored, 8, 16);
    expect(r).toBeGreaterThan(180);
    expect(Math.max(g, b)).toBeLessThan(80);
  });

  test('a wide-gamut picture, with the colours that it means', async () => {
    // Pure sRGB green is a weaker green in Display P3, so the file's numbers differ; the stored ones are sRGB's again.
    const file = await sharp({
      create: { width: 8, height: 8, channels: 3, background: { r: 0, g: 255, b: 0 } },
    })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const [raw] = [await sharp(file, { ignoreIcc: true }).raw().toBuffer()];
    expect(raw[0]).toBeGreaterThan(80);
    expectNear(await colourAt(await decodeUpload(file, limits), 4, 4), [0, 255, 0], 3);
  });

  test('16 bits a channel', async () => {
    const values = Uint16Array.from({ length: 8 * 8 * 3 }, (_, i) => [0xffff, 0x8080, 0x0000][i % 3]);
    const file = await sharp(values, { raw: { width: 8, height: 8, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer();
    expect((await sharp(file).metadata()).depth).toBe('ushort');
    const stored = await decodeUpload(file, limits);
    expect((await sharp(stored.bytes).metadata()).depth).toBe('uchar');
    expectNear(await colourAt(stored, 4, 4), [255, 128, 0], 1);
  });

  test('shades of grey, as three channels', async () => {
    const file = await sharp({
      create: { width: 8, height: 8, channels: 3, background: { r: 90, g: 90, b: 90 } },
    })
      .toColourspace('b-w')
      .png()
      .toBuffer();
    expect((await sharp(file).metadata()).channels).toBe(1);
    const stored = await decodeUpload(file, limits);
    expectNear(await colourAt(stored, 4, 4), [90, 90, 90], 1);
  });

  test('a palette with a transparent colour', async () => {
    const file = await sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .png({ palette: true })
      .toBuffer();
    expectNear(await colourAt(await decodeUpload(file, limits), 4, 4), [255, 255, 255], 0);
  });

  test('the first picture of an animation', async () => {
    const frames = await Promise.all([RED, BLUE].map((background) => solid(16, 16, background)));
    const file = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer();
    expect((await sharp(file).metadata()).pages).toBe(2);
    const stored = await decodeUpload(file, limits);
    expect(stored).toMatchObject({ width: 16, height: 16 });
    expectNear(await colourAt(stored, 8, 8), [255, 0, 0], 1);
  });

  test('one pixel', async () => {
    expect(await decodeUpload(await solid(1, 1, RED), limits)).toMatchObject({ width: 1, height: 1 });
  });
});

describe('decodeUpload refuses', () => {
  const refusal = (upload: Uint8Array | Readable): Promise<StoredImage> => decodeUpload(upload, limits);

  test.each([
    ['an empty file', '', 'invalid', /empty/],
    [
      'text',
      'This is photo.jpg, says its name.',
      'unsupported-media-type',
      /not a picture of a kind.*JPEG, PNG/,
    ],
    ['a GIF', 'GIF89a\x01\x00\x01\x00', 'unsupported-media-type', /This is a GIF file/],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'unsupported-media-type', /This is a SVG file/],
    ['a PDF', '%PDF-1.7', 'unsupported-media-type', /This is a PDF file/],
    ['a TIFF', 'II*\0\x08\0\0\0', 'unsupported-media-type', /This is a TIFF file/],
  ])('%s', async (_, content, code, words) => {
    await expect(refusal(Buffer.from(content, 'latin1'))).rejects.toMatchObject({
      name: 'AppError',
      code,
      userMessage: expect.stringMatching(words),
    });
  });

  test.each(['heic', 'heix', 'mif1'])('HEIC (%s), and says how to get a JPEG', async (brand) => {
    const box = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`, 'latin1'),
    ]);
    await expect(refusal(box)).rejects.toMatchObject({
      code: 'unsupported-media-type',
      userMessage: expect.stringMatching(
        /HEIC.*export it as JPEG.*Settings > Camera > Formats > Most Compatible/,
      ),
    });
  });

  test.each([
    ['JPEG', (s: Sharp) => s.jpeg()],
    ['PNG', (s: Sharp) => s.png()],
    ['WebP', (s: Sharp) => s.webp()],
    ['AVIF', (s: Sharp) => s.avif()],
  ])('a %s that is cut off', async (_, encode) => {
    const file = await encode(await noise(200, 200)).toBuffer();
    await expect(refusal(file.subarray(0, file.length >> 1))).rejects.toMatchObject({
      code: 'invalid',
      userMessage: expect.stringMatching(/damaged or incomplete/),
    });
  });

  test('the first bytes of a picture with rubbish behind them', async () => {
    const file = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 'rubbish')]);
    await expect(refusal(file)).rejects.toMatchObject({ code: 'invalid' });
  });

  test('too many pixels, with both numbers, before they are decoded', async () => {
    const file = await sharp({ create: { width: 10_000, height: 6_000, channels: 3, background: RED } })
      .png()
      .toBuffer();
    expect(file.length).toBeLessThan(limits.maxBytes);
    await expect(refusal(file)).rejects.toMatchObject({
      code: 'too-large',
      userMessage: expect.stringMatching(/10000 × 6000 pixels \(60 megapixels\); at most 50 megapixels/),
    });
  });

  test('a picture too long to be kept', async () => {
    await expect(refusal(await solid(70_000, 2, RED))).rejects.toMatchObject({ code: 'too-large' });
  });

  test('too many bytes, with both numbers', async () => {
    await expect(refusal(Buffer.alloc(21 * 2 ** 20))).rejects.toMatchObject({
      code: 'too-large',
      userMessage: expect.stringMatching(/has 21 MB; at most 20 MB/),
    });
  });

  test('a stream of too many bytes, without reading all of it', async () => {
    let sent = 0;
    const endless = Readable.from(
      (function* () {
        for (;;) {
          sent += 2 ** 20;
          yield Buffer.alloc(2 ** 20);
        }
      })(),
    );
    await expect(refusal(endless)).rejects.toMatchObject({
      code: 'too-large',
      userMessage: expect.stringMatching(/more than 20 MB/),
    });
    expect(endless.destroyed).toBe(true);
    expect(sent).toBeLessThan(40 * 2 ** 20);
  });
});

function solid(
  width: number,
  height: number,
  background: { r: number; g: number; b: number },
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

/** A picture that does not compress, so that half of its file is half of its pixels. */
async function noise(width: number, height: number): Promise<Sharp> {
  let state = 1;
  const bytes = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state >> 16;
  });
  return sharp(bytes, { raw: { width, height, channels: 3 } });
}
