'use client';

import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { mayEdit } from '../../_lib/room-selectors';
import { useCommand, useRoom } from '../../_lib/studio-context';
import { cx } from '../ui/cx';
import { IconButton, Tip } from '../ui/icon-button';

const starClass = 'fill-current text-favourite';

interface FavouriteButtonProps {
  readonly run: Run;
  readonly className?: string;
}

/** The star of a run: whoever may edit sets it, for all; the others see it where it is set. */
export function FavouriteButton({ run, className }: FavouriteButtonProps) {
  const { t } = useTranslation();
  const command = useCommand();
  const editor = useRoom(mayEdit);
  const { id, number, favourite } = run;
  if (!editor) {
    if (!favourite) return null;
    return (
      <Tip text={t('runs.isFavourite')}>
        <span
          role="img"
          aria-label={t('runs.isFavourite')}
          className={cx('flex h-7 w-8 shrink-0 items-center justify-center', className)}
        >
          <Star aria-hidden className={cx('size-3.5', starClass)} />
        </span>
      </Tip>
    );
  }
  return (
    <IconButton
      label={t(favourite ? 'runs.notFavourite' : 'runs.favourite', { number })}
      aria-pressed={favourite}
      className={className}
      onClick={() => void command({ type: 'run:favourite', runId: id, favourite: !favourite })}
    >
      <Star aria-hidden className={favourite ? starClass : undefined} />
    </IconButton>
  );
}
