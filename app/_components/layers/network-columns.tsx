'use client';

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { BlockSize } from './block-size';
import { EntryPicture } from './entry-picture';
import { heatColour } from './layer-heat';
import { Slab } from './slab';
import { TrackGroup, type DiagramProps } from './track-group';

/** Of the slabs, by block: a half of the picture would leave nothing of the last one, so they shrink more slowly. In rem. */
const HEIGHTS = [8.5, 6.75, 5.25, 4, 3] as const;

/** The network as it is drawn in papers, from left to right, with content above it and style below. */
export function NetworkColumns({ blocks, tracks, shown, onShow, obstacleIds }: DiagramProps) {
  const { t } = useTranslation();
  const [content, style] = tracks;
  // The names of the tracks come first, and a gap after every block but the last.
  const firstLines = blocks.map(
    (_, index) => 2 + blocks.slice(0, index).reduce((columns, { layers }) => columns + layers.length + 1, 0),
  );
  const lines = new Map(
    blocks.flatMap(({ layers }, block) =>
      layers.map(({ tap }, index) => [tap, firstLines[block]! + index] as const),
    ),
  );
  const lineOf = (tap: string) => lines.get(tap)!;
  const shared = { blocks, onShow, obstacleIds, lineOf };
  const columns = blocks
    .map(({ layers, channels }) => `repeat(${layers.length}, minmax(3rem, ${slabShare(channels)}fr))`)
    .join(' 0.5rem ');
  return (
    <div className="-mx-1 shrink-0 overflow-x-auto px-1 pb-1">
      <div
        className="grid min-w-fit grid-rows-[auto_7rem_auto_7rem] gap-y-1.5"
        style={{ gridTemplateColumns: `5.5rem ${columns}` }}
      >
        <TrackGroup {...shared} track={content} growth="up" place={{ gridRow: 2 }} />
        <TrackGroup {...shared} track={style} growth="down" place={{ gridRow: 4 }} />
        <TrackName kind="content" row={2} />
        <span className="self-center pr-3" style={{ gridRow: 3, gridColumn: 1 }}>
          <EntryPicture className="max-h-24 max-w-full rounded-[3px]" />
        </span>
        <TrackName kind="style" row={4} />
        {blocks.map(({ name, channels, layers }, index) => (
          <Fragment key={name}>
            <div
              className="flex min-w-0 flex-col justify-end pb-2 text-[0.6875rem] leading-snug text-muted tabular-nums"
              style={{ gridRow: 1, gridColumn: `${firstLines[index]} / span ${layers.length}` }}
            >
              <span className="font-medium text-ink">{t(`settings.block.${name}`)}</span>
              <span className="font-mono">{name}</span>
              <span>{t('layers.channels', { count: channels })}</span>
              <BlockSize block={index} />
            </div>
            {layers.map((layer) => (
              <div
                key={layer.tap}
                aria-hidden
                className="flex min-w-0 items-center"
                style={{ gridRow: 3, gridColumn: lineOf(layer.tap) }}
                onPointerEnter={() => onShow(layer.tap)}
              >
                <Slab layer={layer} height={HEIGHTS[index]!} shown={layer.tap === shown} />
              </div>
            ))}
          </Fragment>
        ))}
      </div>
    </div>
  );
}

/** Slabs are thicker where there are more channels, by the root: eight times as many are not eight times as thick. */
function slabShare(channels: number): number {
  return Number(Math.sqrt(channels / 32).toFixed(2));
}

function TrackName({ kind, row }: { readonly kind: 'content' | 'style'; readonly row: 2 | 4 }) {
  const { t } = useTranslation();
  return (
    <span
      aria-hidden
      className="flex items-center gap-1.5 text-xs font-medium"
      style={{ gridRow: row, gridColumn: 1 }}
    >
      <span className="size-2 rounded-full" style={{ background: heatColour[kind] }} />
      {t(`layers.${kind}`)}
    </span>
  );
}
