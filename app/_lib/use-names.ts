'use client';

import { useMemo } from 'react';
import { imagesOf } from './room-selectors';
import type { Names } from './setting-words';
import { useRoom } from './studio-context';

/** What stands behind the ids in the settings of this room. */
export function useNames(): Names {
  const images = useRoom(imagesOf);
  const networks = useRoom((state) => state.networks);
  return useMemo(() => ({ images, networks }), [images, networks]);
}
