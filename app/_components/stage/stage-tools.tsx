'use client';

import { ChevronsLeftRight, Columns2, Download, ReceiptText } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { momentPath, runPath } from '../../../server/protocol/moments';
import type { RunId } from '../../../server/protocol/ids';
import type { Run } from '../../../server/protocol/runs';
import { useStageView, useStudio } from '../../_lib/studio-context';
import { keyframeUrl, resultUrl } from '../../_lib/urls';
import { RoomLink } from '../run-page/room-link';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { IconButton, Tip } from '../ui/icon-button';
import { ShareMoment } from './share-moment';

interface StageToolsProps {
  readonly runId: RunId;
  readonly number: number;
  readonly result: Run['result'];
  /** The one that is shown; `null` at the newest frame or the result. */
  readonly moment: number | null;
  /** Whether the page is the run's own. */
  readonly pinned: boolean;
}

const ways = [
  { way: 'slider', Icon: ChevronsLeftRight },
  { way: 'side', Icon: Columns2 },
] as const;
const floating = 'text-ink md:bg-panel/90 md:shadow-lg md:backdrop-blur-sm';
const square = buttonClass('quiet', 'small', cx(floating, 'w-8 px-0!'));

/** Not told of the run as a whole, which is another one with every iteration: that would be the most work that a frame makes. */
export const StageTools = memo(function StageTools({
  runId,
  number,
  result,
  moment,
  pinned,
}: StageToolsProps) {
  const { t } = useTranslation();
  const { roomId, view } = useStudio();
  const compare = useStageView((state) => state.compare);
  const at = moment === null ? null : { runId, iteration: moment };
  const page = at ? momentPath(roomId, at) : runPath(roomId, runId);
  return (
    <div className="flex md:absolute md:top-3 md:right-3 md:flex-col md:gap-1.5 @3xl/wall:flex-row">
      {ways.map(({ way, Icon }) => (
        <IconButton
          key={way}
          label={t(`stage.ways.${way}`)}
          aria-pressed={compare === way}
          onClick={() => view.getState().toggleCompare(way)}
          className={cx(floating, compare === way && 'bg-accent! text-on-accent!')}
        >
          <Icon aria-hidden />
        </IconButton>
      ))}
      <ShareMoment runId={runId} moment={moment} className={floating} />
      {!pinned && (
        <Tip text={t('runPage.open')}>
          <RoomLink href={page} aria-label={t('runPage.open')} className={square}>
            <ReceiptText aria-hidden />
          </RoomLink>
        </Tip>
      )}
      {at ? (
        <Tip text={t('timeline.download')}>
          <a
            href={keyframeUrl(roomId, at)}
            download={t('timeline.fileName', { number, iteration: at.iteration })}
            aria-label={t('timeline.download')}
            className={square}
          >
            <Download aria-hidden />
          </a>
        </Tip>
      ) : result ? (
        <Tip text={t('stage.download')}>
          <a href={resultUrl(roomId, runId)} download aria-label={t('stage.download')} className={square}>
            <Download aria-hidden />
          </a>
        </Tip>
      ) : (
        <IconButton label={t('stage.download')} title={t('stage.noResult')} disabled className={floating}>
          <Download aria-hidden />
        </IconButton>
      )}
    </div>
  );
});
