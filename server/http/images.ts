import type { Readable } from 'node:stream';
import { Router, type Request } from 'express';
import { z } from 'zod';
import { AppError } from '../errors';
import { decodeUpload } from '../images/decode-upload';
import { thumbnail } from '../images/thumbnail';
import { parse } from '../parse';
import type { PersonCookies } from '../person';
import { imageIdSchema, type RoomId } from '../protocol/ids';
import { cropSchema, type Crop, type ImageInfo } from '../protocol/images';
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_PIXELS, VIEW_SIDES_PX } from '../protocol/limits';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RoomHost } from '../rooms/host';
import { callerOf, roomIdOf } from './caller';

const MAX_IMAGE_NAME_LENGTH = 120;

const viewSchema = z.object({
  side: z.coerce
    .number()
    .refine(
      (side): side is (typeof VIEW_SIDES_PX)[number] => (VIEW_SIDES_PX as readonly number[]).includes(side),
      {
        error: `must be one of ${VIEW_SIDES_PX.join(', ')}`,
      },
    )
    .optional(),
  crop: z
    .string()
    .transform((text) => {
      const [x, y, width, height] = text.split(',').map(Number);
      return { x, y, width, height };
    })
    .pipe(cropSchema)
    .optional(),
});

/** Uploading pictures into a room, and seeing them. */
export function imageRoutes(host: RoomHost, persons: PersonCookies, objects: ObjectStore): Router {
  const router = Router();

  router.post('/rooms/:roomId/images', async (request, response) => {
    const roomId = roomIdOf(request);
    const personId = callerOf(request, persons);
    await assertEditor(host, roomId, personId); // before a byte of the picture is read
    assertUploadSize(request);
    const image = await addUpload(request, nameOf(request), roomId, personId, { host, objects });
    response.status(201).json(image);
  });

  router.get('/rooms/:roomId/images/:imageId', async (request, response) => {
    const image = await host.image(
      roomIdOf(request),
      callerOf(request, persons),
      parse(imageIdSchema, request.params['imageId']),
    );
    const view = parse(viewSchema, request.query);
    const shown = await render(await objects.get(image.id), image.mime, view.side, view.crop);
    response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
    response.type(shown.mime).send(shown.bytes);
  });

  return router;
}

/**
 * Makes a picture of what was uploaded, keeps it, and adds it to the room.
 * @throws AppError where it is no picture that can be used, or the room is full; nothing is added then
 */
export async function addUpload(
  upload: Uint8Array | Readable,
  name: string,
  roomId: RoomId,
  personId: string,
  { host, objects }: { host: RoomHost; objects: ObjectStore },
): Promise<ImageInfo> {
  const picture = await decodeUpload(upload, { maxBytes: MAX_UPLOAD_BYTES, maxPixels: MAX_UPLOAD_PIXELS });
  const id = imageIdSchema.parse(await objects.put(picture.bytes));
  const image: ImageInfo = {
    id,
    name,
    width: picture.width,
    height: picture.height,
    bytes: picture.bytes.length,
    mime: picture.mime,
  };
  await host.addImage(roomId, personId, image);
  return image;
}

/** @throws AppError `forbidden` for viewers; `unauthorised`, `not-found` */
export async function assertEditor(host: RoomHost, roomId: RoomId, personId: string): Promise<void> {
  if ((await host.roleOf(roomId, personId)) !== 'viewer') return;
  throw new AppError({
    code: 'forbidden',
    message: `a viewer wanted to add a picture to ${roomId}`,
    userMessage: 'You are watching this room. Ask for its edit link to add pictures.',
  });
}

function assertUploadSize(request: Request): void {
  const bytes = Number(request.headers['content-length'] ?? 0);
  if (bytes <= MAX_UPLOAD_BYTES) return;
  const megabytes = (value: number) => (value / 2 ** 20).toFixed(1);
  throw new AppError({
    code: 'too-large',
    message: `an upload of ${bytes} bytes`,
    userMessage: `This file has ${megabytes(bytes)} MB; at most ${megabytes(MAX_UPLOAD_BYTES)} MB can be used. Save it as a JPEG or make it smaller, and try again.`,
  });
}

function nameOf(request: Request): string {
  const { name } = request.query;
  return typeof name === 'string' && name.trim() ? name.trim().slice(0, MAX_IMAGE_NAME_LENGTH) : 'picture';
}

async function render(
  bytes: Buffer,
  mime: string,
  side: number | undefined,
  crop: Crop | undefined,
): Promise<{ bytes: Uint8Array; mime: string }> {
  if (side === undefined && crop === undefined) return { bytes, mime };
  return thumbnail(bytes, { crop: crop ?? null, maxSide: side ?? Math.max(...VIEW_SIDES_PX) });
}
