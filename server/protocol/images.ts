import * as z from 'zod/mini';
import { imageIdSchema } from './ids';
import { MIN_CROP } from './limits';

/** The part of a picture that is used, as fractions of its width and height. */
export const cropSchema = z
  .strictObject({
    x: z.number().check(z.minimum(0), z.maximum(1)),
    y: z.number().check(z.minimum(0), z.maximum(1)),
    width: z.number().check(z.minimum(MIN_CROP), z.maximum(1)),
    height: z.number().check(z.minimum(MIN_CROP), z.maximum(1)),
  })
  .check(
    z.refine((crop) => crop.x + crop.width <= 1.0001 && crop.y + crop.height <= 1.0001, {
      error: 'must lie within the picture',
    }),
  );
export type Crop = z.infer<typeof cropSchema>;

/** A picture in use: which, and which part of it (`null`: the whole). */
export const pictureSchema = z.strictObject({ imageId: imageIdSchema, crop: z.nullable(cropSchema) });
export type Picture = z.infer<typeof pictureSchema>;

/** A picture that has been uploaded into a room. */
export const imageInfoSchema = z.object({
  id: imageIdSchema,
  name: z.string(),
  /** Pixels, after orientation. */
  width: z.int(),
  height: z.int(),
  /** Of the stored file. */
  bytes: z.int(),
  mime: z.string(),
});
export type ImageInfo = z.infer<typeof imageInfoSchema>;
