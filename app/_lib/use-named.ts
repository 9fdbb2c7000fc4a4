'use client';

import type { ImageInfo } from '../../server/protocol/images';
import type { Names } from './setting-words';
import { useRoom } from './studio-context';

const noImages: readonly ImageInfo[] = [];

/** The names of what settings of this room mean by id. */
export function useNamed(): Names {
  const images = useRoom((state) => state.room?.images ?? noImages);
  const networks = useRoom((state) => state.networks);
  return { images, networks };
}
