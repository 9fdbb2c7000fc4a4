import type { Readable } from 'node:stream';
import { Router, type Request } from 'express';
import { z } from 'zod';
import { assertUploadBytes, decodeUpload } from '../images/decode-upload';
import { thumbnail } from '../images/thumbnail';
import { parse } from '../parse';
import type { PersonCookies } from '../person';
import { imageIdSchema, type RoomId } from '../protocol/ids';
import { cropSchema, type Crop, type ImageInfo } from '../protocol/images';
import { MAX_UPLOAD_BYTES, MAX_UPLOAD_PIXELS, VIEW_SIDES_PX } from '../protocol/limits';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RoomHost } from '../rooms/host';
import { callerOf, roomIdOf } from './caller';
import { sideSchema } from './side';

const MAX_IMAGE_NAME_LENGTH = 120;

const viewSchema = z.object({
  side: sideSchema.optional(),
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
    await host.assertTakesImages(roomId, personId); // before a byte of the picture is read
    assertUploadBytes(Number(request.headers['content-length'] ?? 0), MAX_UPLOAD_BYTES);
    const image = await addUpload(request, nameOf(request), roomId, personId, host);
    response.status(201).json(image);
  });

  router.get('/rooms/:roomId/images/:imageId', async (request, response) => {
    const image = await host.reader.image(
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
  host: RoomHost,
): Promise<ImageInfo> {
  const picture = await decodeUpload(upload, { maxBytes: MAX_UPLOAD_BYTES, maxPixels: MAX_UPLOAD_PIXELS });
  const image: ImageInfo = {
    id: imageIdSchema.parse(picture.sha256),
    name,
    width: picture.width,
    height: picture.height,
    bytes: picture.bytes.length,
    mime: picture.mime,
  };
  await host.addImage(roomId, personId, image, picture.bytes);
  return image;
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
