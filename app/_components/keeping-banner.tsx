'use client';

import { useTranslation } from 'react-i18next';
import { problemText } from '../_lib/page-problem';
import { useRoom } from '../_lib/studio-context';

/** One line while the server cannot keep all of what goes on in the room. */
export function KeepingBanner() {
  const { t } = useTranslation();
  const problem = useRoom((state) => state.unkept);
  if (!problem) return null;
  return (
    <p role="alert" className="border-b border-line px-4 py-1.5 text-center text-[0.8125rem] text-danger">
      {t('room.unkept', { reason: problemText(problem, t) })}
    </p>
  );
}
