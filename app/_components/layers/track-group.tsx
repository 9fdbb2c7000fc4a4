'use client';

import { useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { DrawnBlock } from '../../_lib/layer-drawing';
import type { Growth } from '../../_lib/layer-fader';
import { layerFields } from '../../_lib/layer-weights';
import { LayerFader } from './layer-fader';
import type { LayerTrack } from './use-layer-track';

/** What a layout of the network needs. */
export interface DiagramProps {
  readonly blocks: readonly DrawnBlock[];
  readonly tracks: readonly [content: LayerTrack, style: LayerTrack];
  /** The layer that is pointed at or has the focus. */
  readonly shown: string;
  readonly onShow: (tap: string) => void;
  /** Ids of the reasons why nothing can be changed, and why a layer that is missing cannot be chosen. */
  readonly obstacleIds: { readonly locked: string; readonly missing: string };
}

interface TrackGroupProps extends Pick<DiagramProps, 'blocks' | 'onShow' | 'obstacleIds'> {
  readonly track: LayerTrack;
  readonly growth: Growth;
  /** Where it stands in the diagram; it shares its lines along the network with it. */
  readonly place: CSSProperties;
  /** The line at which a layer stands. */
  readonly lineOf: (tap: string) => number;
}

/** All layers as content, or as style. The tab key comes to one of them, the arrow keys go on from there. */
export function TrackGroup(props: TrackGroupProps) {
  const { track, blocks, growth, place, lineOf, obstacleIds, onShow } = props;
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const [visited, setVisited] = useState<string | null>(null);
  const layers = blocks.flatMap((block) => block.layers);
  const tabStop = layers.find(({ tap }) => tap === visited) ?? layers.find(({ tap }) => track.layers[tap]);
  const along = growth === 'left' || growth === 'right' ? 'gridRow' : 'gridColumn';
  const subgrid = along === 'gridRow' ? 'gridTemplateRows' : 'gridTemplateColumns';

  function focus(tap: string | undefined): void {
    group.current?.querySelector<HTMLElement>(`[data-tap="${tap}"]`)?.focus();
  }

  return (
    <div
      ref={group}
      role="group"
      aria-label={t(`settings.${layerFields[track.kind]}.label`)}
      className="grid min-w-0"
      style={{ ...place, [along]: '1 / -1', [subgrid]: 'subgrid' }}
    >
      {layers.map((layer, index) => (
        <div key={layer.tap} className="grid min-w-0" style={{ [along]: lineOf(layer.tap) }}>
          <LayerFader
            track={track}
            layer={layer}
            growth={growth}
            inTabOrder={layer.tap === (tabStop ?? layers[0])?.tap}
            obstacleId={
              !layer.offered ? obstacleIds.missing : track.editable ? undefined : obstacleIds.locked
            }
            onMove={(by) => focus(layers[index + by]?.tap)}
            onShow={() => onShow(layer.tap)}
            onFocus={() => setVisited(layer.tap)}
          />
        </div>
      ))}
    </div>
  );
}
