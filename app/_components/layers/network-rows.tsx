'use client';

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../ui/cx';
import { BlockSize } from './block-size';
import { EntryPicture } from './entry-picture';
import { heatColour } from './layer-heat';
import { TrackGroup, type DiagramProps } from './track-group';

/** Widths of the blocks, narrower where the picture is seen smaller, in per cent of the column. */
const WIDTHS = [100, 90, 80, 70, 60] as const;

/** The network from top to bottom, with content on its left and style on its right. */
export function NetworkRows({ blocks, tracks, shown, onShow, obstacleIds }: DiagramProps) {
  const { t } = useTranslation();
  const [content, style] = tracks;
  // The picture's own row comes first, and each block has one for its name.
  const firstLines = blocks.map(
    (_, index) => 2 + blocks.slice(0, index).reduce((rows, { layers }) => rows + layers.length + 1, 0),
  );
  const lines = new Map(
    blocks.flatMap(({ layers }, block) =>
      layers.map(({ tap }, index) => [tap, firstLines[block]! + 1 + index] as const),
    ),
  );
  const lineOf = (tap: string) => lines.get(tap)!;
  const shared = { blocks, onShow, obstacleIds, lineOf };
  return (
    <div
      className="grid grid-cols-[minmax(0,1fr)_4rem_minmax(0,1fr)] gap-x-1.5"
      style={{ gridTemplateRows: `repeat(${lines.size + blocks.length + 1}, auto)` }}
    >
      <TrackGroup {...shared} track={content} growth="left" place={{ gridColumn: 1 }} />
      <TrackGroup {...shared} track={style} growth="right" place={{ gridColumn: 3 }} />
      <Head kind="content" column={1} />
      <span className="flex justify-center" style={{ gridRow: 1, gridColumn: 2 }}>
        <EntryPicture className="max-h-12 max-w-full rounded-[3px]" />
      </span>
      <Head kind="style" column={3} />
      {blocks.map(({ name, layers }, index) => (
        <Fragment key={name}>
          <div
            className="flex h-7 items-end justify-between pb-1 text-[0.6875rem] leading-none text-muted"
            style={{ gridRow: firstLines[index], gridColumn: '1 / -1' }}
          >
            <span>{t(`settings.block.${name}`)}</span>
            <BlockSize block={index} />
          </div>
          <Pooling line={firstLines[index]!} first={index === 0} />
          {layers.map(({ tap, convolution, offered }) => (
            <div
              key={tap}
              aria-hidden
              className="flex h-6 justify-center py-px"
              style={{ gridRow: lineOf(tap), gridColumn: 2 }}
              onPointerEnter={() => onShow(tap)}
            >
              <span
                className={cx(
                  'flex items-center justify-center rounded-[3px] font-mono text-[0.6875rem] ring-inset',
                  offered
                    ? 'bg-raised ring-1'
                    : 'text-muted outline-1 -outline-offset-1 outline-edge outline-dashed',
                  tap === shown ? 'ring-ink' : 'ring-line',
                )}
                style={{ width: `${WIDTHS[index]}%` }}
              >
                {convolution}
              </span>
            </div>
          ))}
        </Fragment>
      ))}
    </div>
  );
}

function Head({ kind, column }: { readonly kind: 'content' | 'style'; readonly column: 1 | 3 }) {
  const { t } = useTranslation();
  return (
    <span
      aria-hidden
      className={cx('flex items-center gap-1.5 self-end text-xs font-medium', column === 1 && 'justify-end')}
      style={{ gridRow: 1, gridColumn: column }}
    >
      <span className="size-2 rounded-full" style={{ background: heatColour[kind] }} />
      {t(`layers.${kind}`)}
    </span>
  );
}

/** Where the picture comes in, or is halved. */
function Pooling({ line, first }: { readonly line: number; readonly first: boolean }) {
  return (
    <span aria-hidden className="flex justify-center" style={{ gridRow: line, gridColumn: 2 }}>
      <svg viewBox="0 0 24 24" className="mt-1 h-5 w-6 text-edge">
        <path d={first ? 'M12 2v18m-4-4 4 4 4-4' : 'M2 5h20l-5 13H7z'} fill="none" stroke="currentColor" />
      </svg>
    </span>
  );
}
