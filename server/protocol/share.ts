import * as z from 'zod/mini';
import { runIdSchema } from './ids';
import { settingsSchema } from './settings';

/**
 * The header of a request for a room's or a run's page in which the server tells the page what may be said about it to
 * anybody. What a browser sends in it is dropped.
 */
export const SHARE_HEADER = 'x-atelier-share';

/** How a result in the gallery was made, as far as anybody may know: the pictures that it was made of are not named. */
export const paintingSchema = z.object({
  settings: z.omit(settingsSchema, { styleBlend: true, initialImage: true }),
  /** In pixels. */
  picture: z.object({ width: z.int(), height: z.int() }),
  /** How many style pictures there were. */
  styles: z.int(),
  /** That the picture had reached. */
  iteration: z.int(),
});
export type Painting = z.infer<typeof paintingSchema>;

/** What anybody may be told about a room's, a run's or a result's page. */
export const shareSchema = z.object({
  /** Where the page was asked for, such as `https://atelier.example`. */
  origin: z.url(),
  /** The result that an owner has published; `null` where there is none, or no such room. */
  published: z.nullable(
    z.object({
      /** Of the room. */
      title: z.string(),
      runId: runIdSchema,
      /** Of the picture at `publishedPath`, in pixels. */
      width: z.int(),
      height: z.int(),
      /** Another one for another picture. */
      version: z.string(),
      /** On the page of a result that is in the gallery; `null` elsewhere. */
      painting: z.nullable(paintingSchema),
    }),
  ),
});
export type Share = z.infer<typeof shareSchema>;

/** As the value of the header, which takes no letters beyond ASCII. */
export function writeShare(share: Share): string {
  return encodeURIComponent(JSON.stringify(share));
}

/** @returns `null` where it is nothing that {@link writeShare} has written */
export function readShare(header: string | null | undefined): Share | null {
  if (!header) return null;
  try {
    return shareSchema.safeParse(JSON.parse(decodeURIComponent(header))).data ?? null;
  } catch {
    return null;
  }
}
