'use client';

import { GripVertical } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../../server/protocol/images';
import { mayChangeSettings, mayEdit } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { NumberBox } from '../setup/number-box';
import { cx } from '../ui/cx';
import { PictureTools } from './picture-tools';
import type { Reorder } from './use-reorder';

const SIDE_PX = 160;

interface StyleRowProps {
  readonly picture: Picture;
  readonly name: string;
  /** Of the blend, 0 … 1. */
  readonly part: number;
  readonly dragged: boolean;
  readonly dragHandlers: ReturnType<Reorder['handlers']>;
  /** 1 is down, -1 up. */
  readonly onMove: (direction: 1 | -1) => void;
  readonly onPart: (part: number) => void;
}

/** One painting among several. */
export function StyleRow(props: StyleRowProps) {
  const { picture, name, part, dragged, dragHandlers, onMove, onPart } = props;
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const editor = useRoom(mayEdit);
  const changer = useRoom(mayChangeSettings);
  const hintId = useId();
  return (
    <figure
      className={cx(
        'group/row flex items-center gap-2 rounded-lg p-1 ring-1 ring-line ring-inset',
        dragged ? 'bg-raised shadow-2xl' : 'bg-panel',
      )}
    >
      {editor && (
        <button
          type="button"
          data-handle={picture.imageId}
          aria-label={t('images.move', { name })}
          aria-describedby={hintId}
          title={t('images.moveHint')}
          {...dragHandlers}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            onMove(event.key === 'ArrowDown' ? 1 : -1);
          }}
          className="flex w-4 cursor-grab touch-none self-stretch rounded text-muted hover:text-ink active:cursor-grabbing pointer-coarse:w-7"
        >
          <GripVertical aria-hidden className="m-auto size-4" />
          <span id={hintId} hidden>
            {t('images.moveHint')}
          </span>
        </button>
      )}
      <img
        src={pictureUrl(roomId, picture, SIDE_PX)}
        alt={name}
        draggable={false}
        className="size-14 shrink-0 rounded-md bg-wall object-cover"
      />
      <figcaption className="flex min-w-0 grow flex-col gap-0.5">
        <span className="truncate px-0.5 text-xs" title={name}>
          {name}
        </span>
        <span className="flex items-center gap-1">
          <NumberBox
            label={t('images.share', { name })}
            value={Math.round(part * 100)}
            format={(percent) => t('settings.percent', { percent })}
            step={(percent, direction) => Math.min(100, Math.max(0, percent + direction))}
            disabled={!changer}
            className="w-15"
            onCommit={(percent) => onPart(percent / 100)}
          />
          <span className="ml-auto flex">
            <PictureTools kind="style" picture={picture} name={name} />
          </span>
        </span>
      </figcaption>
    </figure>
  );
}
