import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { makingIn } from '../../../app/_lib/png-making';
import { readMaking } from '../../../app/_lib/read-making';
import { encodePng } from '../../../server/images/encode';
import { MAX_UPLOAD_BYTES } from '../../../server/protocol/limits';
import { settingsToRestore, type Making } from '../../../server/protocol/making';
import { defaultSettings, settingsPatchSchema } from '../../../server/protocol/settings';
import { imageId } from '../../support/rooms';

const making: Making = {
  settings: {
    ...defaultSettings('compact'),
    styleBlend: [0.25, 0.75],
    initialisation: 'image',
    initialImage: imageId('c'),
    seed: 7,
  },
  network: { variant: 'compact', checksum: 'sha256:00ff' },
  engine: 'onnx (cpu)',
  iterations: 120,
  converged: true,
  steered: false,
  continuedFrom: null,
  version: 1,
};
const picture = { width: 16, height: 9, data: new Float32Array(3 * 16 * 9).fill(0.5) };

let png: Buffer;
beforeAll(async () => {
  png = (await encodePng(picture, { metadata: making })).bytes;
});

describe('what a result says that it was made with', () => {
  it('comes back from its file as it was written', async () => {
    expect(await readMaking(new Blob([png as BlobPart]))).toEqual(making);
  });

  it('is also read where it was written before it had a version', async () => {
    const { version: _, ...metadata } = making;
    expect(makingIn((await encodePng(picture, { metadata })).bytes)).toEqual(making);
  });

  it('is read in both byte orders of EXIF', () => {
    const text = Buffer.from(`${JSON.stringify(making)}\0`);
    const exif = Buffer.alloc(26 + text.length);
    exif.write('MM');
    exif.writeUInt16BE(42, 2);
    exif.writeUInt32BE(8, 4);
    exif.writeUInt16BE(1, 8);
    exif.writeUInt16BE(0x010e, 10);
    exif.writeUInt16BE(2, 12);
    exif.writeUInt32BE(text.length, 14);
    exif.writeUInt32BE(26, 18);
    text.copy(exif, 26);
    const chunk = Buffer.alloc(12 + exif.length);
    chunk.writeUInt32BE(exif.length);
    chunk.write('eXIf', 4);
    exif.copy(chunk, 8);
    expect(makingIn(Buffer.concat([png.subarray(0, 8), chunk]))).toEqual(making);
  });

  it.each([
    ['a PNG without it', () => encodePng(picture).then(({ bytes }) => bytes)],
    [
      'a PNG with another description',
      () => encodePng(picture, { metadata: { title: 'x' } }).then((p) => p.bytes),
    ],
    ['a JPEG', () => sharp(png).jpeg().toBuffer()],
    ['nothing', async () => Buffer.alloc(0)],
  ])('is null of %s', async (_what, make) => {
    expect(makingIn(await make())).toBeNull();
  });

  it('is null of a file that is too large to be uploaded', async () => {
    const file = new Blob([png as BlobPart, new Uint8Array(MAX_UPLOAD_BYTES)]);
    expect(await readMaking(file)).toBeNull();
  });

  it('is null or whole of a file that is cut off, whose bytes are others, or that is none: it never throws', () => {
    const header = png.subarray(0, png.indexOf('IDAT'));
    const valid = (bytes: Uint8Array) => {
      const read = makingIn(bytes);
      return read === null || read.version === 1;
    };
    fc.assert(
      fc.property(fc.nat(header.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
        const damaged = Buffer.from(header);
        damaged[at] = byte;
        return valid(damaged) && valid(header.subarray(0, at));
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (rest) =>
        valid(Buffer.concat([header.subarray(0, header.indexOf('eXIf') + 4), rest])),
      ),
    );
  });

  it('restores settings that a room takes, without those that name pictures of another one', () => {
    const patch = settingsToRestore(making);
    expect(settingsPatchSchema.parse(patch)).toEqual(patch);
    expect(patch).toMatchObject({ seed: 7, network: 'compact' });
    for (const field of ['styleBlend', 'initialImage', 'initialisation'])
      expect(patch).not.toHaveProperty(field);
    const plain = { ...making, settings: { ...making.settings, initialisation: 'noise' as const } };
    expect(settingsToRestore(plain)).toHaveProperty('initialisation', 'noise');
  });
});
