'use client';

import { useTranslation } from 'react-i18next';
import { momentPath, runPath } from '../../../server/protocol/moments';
import type { RunId } from '../../../server/protocol/ids';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { absoluteLink } from '../../_lib/urls';
import { LinkBox } from './link-box';

interface ShareBoxProps {
  readonly runId: RunId;
  /** `null`: the run as a whole. */
  readonly moment: number | null;
}

/** The address of a run or a moment of it. It has no key: it is for people who are in the room already. */
export function ShareBox({ runId, moment }: ShareBoxProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const origins = useRoom((state) => state.session?.origins) ?? [];
  const what = moment === null ? 'run' : 'moment';
  const path = moment === null ? runPath(roomId, runId) : momentPath(roomId, { runId, iteration: moment });
  return (
    <LinkBox
      title={t(`timeline.share.${what}Title`)}
      text={t('timeline.share.text')}
      action={t(`timeline.share.${what}Copy`)}
      link={absoluteLink(path, location.origin, origins)}
    />
  );
}
