'use client';

import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { shownMoment } from '../../_lib/moments';
import { useRoom } from '../../_lib/studio-context';

interface MomentNoticeProps {
  readonly run: Run;
  /** The moment of the address that was opened. */
  readonly asked: number | null;
}

/** Says so where the moment that a link means is not kept, until another one is looked at. */
export function MomentNotice({ run, asked }: MomentNoticeProps) {
  const { t } = useTranslation();
  const wanted = useRoom((state) => (state.view === run.id ? state.moment : null));
  const shown = useRoom(shownMoment);
  if (asked === null || wanted !== asked || shown === asked) return null;
  return (
    <p role="status" className="bg-accent-soft px-4 py-1.5 text-center text-[0.8125rem]">
      {shown === null ? t('runPage.noMoments', { asked }) : t('runPage.nearest', { asked, shown })}
    </p>
  );
}
