'use client';

import { useMemo } from 'react';
import type { ImageInfo } from '../../server/protocol/images';
import type { Names } from './setting-words';
import { useRoom } from './studio-context';

const none: readonly ImageInfo[] = [];

/** What stands behind the ids in the settings of this room. */
export function useNames(): Names {
  const images = useRoom((state) => state.room?.images) ?? none;
  const networks = useRoom((state) => state.networks);
  return useMemo(() => ({ images, networks }), [images, networks]);
}
