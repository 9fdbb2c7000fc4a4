'use client';

import { Popover } from '@base-ui/react/popover';
import { Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RunId } from '../../../server/protocol/ids';
import { ShareBox } from '../people/share-box';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { Tip } from '../ui/icon-button';

interface ShareMomentProps {
  readonly runId: RunId;
  /** `null`: the run as a whole. */
  readonly moment: number | null;
  readonly className: string;
}

/** The address of what is on the stage. */
export function ShareMoment({ runId, moment, className }: ShareMomentProps) {
  const { t } = useTranslation();
  const what = moment === null ? 'run' : 'moment';
  return (
    <Popover.Root>
      <Tip text={t(`timeline.share.${what}`)}>
        <Popover.Trigger
          aria-label={t(`timeline.share.${what}`)}
          className={buttonClass('quiet', 'small', cx(className, 'w-8 px-0!'))}
        >
          <Share2 aria-hidden />
        </Popover.Trigger>
      </Tip>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} className="z-30">
          <Popover.Popup className="w-96 max-w-[calc(100vw-2rem)] rounded-xl bg-raised p-4 shadow-2xl ring-1 ring-line">
            <ShareBox runId={runId} moment={moment} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
