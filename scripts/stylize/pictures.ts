import type { Settings } from '../../server/protocol/settings';
import type { PlanarImage } from '../../server/style/image';
import { scaleSizes, styleSize } from '../../server/style/schedule';
import { readPicture } from '../cli/files';

export interface Files {
  readonly content: string;
  readonly styles: readonly string[];
  readonly initial: string | undefined;
}

/** What a run is made from, no larger than it takes. */
export interface Pictures {
  readonly content: PlanarImage;
  readonly styles: readonly PlanarImage[];
  readonly initial: PlanarImage | undefined;
}

/** Reads all pictures of a run. @throws UsageError, which names the file that cannot be used */
export async function readPictures(
  { content, styles, initial }: Files,
  settings: Settings,
): Promise<Pictures> {
  const { size } = settings;
  // A style whose short side is kept above its least may be longer than the picture.
  const styleSide = Math.ceil(2 * Math.max(1, settings.styleScale) * size);
  const pictures: PlanarImage[] = [];
  const photograph = await readPicture(content, {
    maxSide: size,
    check: (picture) => scaleSizes(picture, size, settings),
  });
  for (const file of styles) {
    pictures.push(
      await readPicture(file, { maxSide: styleSide, check: (picture) => styleSize(picture, size) }),
    );
  }
  return {
    content: photograph,
    styles: pictures,
    initial: initial === undefined ? undefined : await readPicture(initial, { maxSide: 2 * size }),
  };
}
