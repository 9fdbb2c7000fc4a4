import * as z from 'zod/mini';
import { roomIdSchema, runIdSchema, type RoomId, type RunId } from './ids';

/*
 * The gallery: the results that owners have published, for anybody, the latest first. Of a room it tells the title and of a
 * result what is seen of it; no people, no photographs, no paintings.
 */

/** Results in a page of the gallery. */
export const GALLERY_PAGE = 24;

const galleryResultSchema = z.object({
  roomId: roomIdSchema,
  runId: runIdSchema,
  /** Of the room. */
  title: z.string(),
  /** Of the result, in pixels. */
  width: z.int(),
  height: z.int(),
  /** When it was published, in milliseconds since 1970. */
  listedAt: z.number(),
  /** Path of a small picture. */
  picture: z.string(),
});
export type GalleryResult = z.infer<typeof galleryResultSchema>;

export const gallerySchema = z.object({
  results: z.array(galleryResultSchema),
  /** Asks for the next page, as `before`; `null` after the last one. */
  next: z.nullable(z.string()),
});
export type Gallery = z.infer<typeof gallerySchema>;

/** Where in the gallery something stands: behind what was published later. */
export interface GalleryPlace {
  /** Milliseconds since 1970. */
  readonly listedAt: number;
  readonly runId: RunId;
}

/** A place as an address says it, such as `1750000000000.run-00000001`. */
export const galleryPlaceSchema = z.pipe(
  z.string().check(z.regex(/^\d{1,15}\.[A-Za-z0-9_-]{8,32}$/, { error: 'is not a place in the gallery' })),
  z.transform((text): GalleryPlace => {
    const [listedAt, runId] = text.split('.') as [string, string];
    return { listedAt: Number(listedAt), runId: runId as RunId };
  }),
);

/** The reverse of {@link galleryPlaceSchema}. */
export function writeGalleryPlace({ listedAt, runId }: GalleryPlace): string {
  return `${listedAt}.${runId}`;
}

/** A page of the gallery, for anybody. @param before a place, as it was told; absent for the first page */
export function galleryPath(before?: string): string {
  return before === undefined ? '/api/gallery' : `/api/gallery?before=${encodeURIComponent(before)}`;
}

/** The page of a published result, for anybody. */
export function galleryPagePath(roomId: RoomId, runId: RunId): string {
  return `/gallery/${roomId}/${runId}`;
}
