'use client';

import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { networkTaps } from '../../../server/protocol/networks';
import { drawNetwork } from '../../_lib/layer-drawing';
import { networkInUse, settingOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import type { DiagramProps } from './track-group';
import { useLayerTrack } from './use-layer-track';

export interface Diagram extends DiagramProps {
  /** Why a layer that the network does not have cannot be chosen. */
  readonly missing: string;
}

/** The network of the room with what is read of it; `null` before the room is known. */
export function useDiagram(): Diagram | null {
  const { t } = useTranslation();
  const id = useId();
  const network = useRoom((state) => settingOf(state, 'network'));
  const name = useRoom((state) => networkInUse(state)?.name ?? settingOf(state, 'network') ?? '');
  const blocks = useMemo(() => network && drawNetwork(network), [network]);
  const content = useLayerTrack('content');
  const style = useLayerTrack('style');
  const [shown, onShow] = useState<string | null>(null);
  if (!network || !blocks) return null;
  return {
    blocks,
    tracks: [content, style],
    shown: shown ?? networkTaps[network].content,
    onShow,
    obstacleIds: { locked: `${id}-locked`, missing: `${id}-missing` },
    missing: t('layers.missing', { network: name }),
  };
}
