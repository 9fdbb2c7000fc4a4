'use client';

import { Download, SplitSquareHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { useStudio } from '../../_lib/studio-context';
import { resultUrl } from '../../_lib/urls';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { IconButton, Tip } from '../ui/icon-button';

interface StageToolsProps {
  readonly run: Run;
  readonly comparing: boolean;
  readonly onCompare: (comparing: boolean) => void;
}

const floating = 'bg-panel/90 text-ink shadow-lg backdrop-blur-sm';

export function StageTools({ run, comparing, onCompare }: StageToolsProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  return (
    <div className="absolute top-3 right-3 flex gap-1.5">
      <IconButton
        label={t('stage.compare')}
        aria-pressed={comparing}
        onClick={() => onCompare(!comparing)}
        className={cx(floating, comparing && 'bg-accent! text-on-accent!')}
      >
        <SplitSquareHorizontal aria-hidden />
      </IconButton>
      {run.result ? (
        <Tip text={t('stage.download')}>
          <a
            href={resultUrl(roomId, run.id)}
            download
            aria-label={t('stage.download')}
            className={buttonClass('quiet', 'small', cx(floating, 'w-8 px-0!'))}
          >
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
}
