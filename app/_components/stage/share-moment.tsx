'use client';

import { Popover } from '@base-ui/react/popover';
import { Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { momentPath, runPath } from '../../../server/protocol/moments';
import type { RunId } from '../../../server/protocol/ids';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { absoluteLink } from '../../_lib/urls';
import { LinkBox } from '../people/link-box';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { Tip } from '../ui/icon-button';

interface ShareMomentProps {
  readonly runId: RunId;
  /** `null`: the run as a whole. */
  readonly moment: number | null;
  readonly className: string;
}

/** The address of what is on the stage. It has no key: it is for people who are in the room already. */
export function ShareMoment({ runId, moment, className }: ShareMomentProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const origins = useRoom((state) => state.session?.origins);
  const what = moment === null ? 'run' : 'moment';
  const path = moment === null ? runPath(roomId, runId) : momentPath(roomId, { runId, iteration: moment });
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
            <LinkBox
              title={t(`timeline.share.${what}Title`)}
              text={t('timeline.share.text')}
              action={t(`timeline.share.${what}Copy`)}
              link={absoluteLink(path, location.origin, origins ?? [])}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
