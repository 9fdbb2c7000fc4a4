'use client';

import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../../../server/protocol/moments';
import { runTitle } from '../../_lib/run-title';
import { runById } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';

/** Names a moment, and puts it on the stage. */
export function MomentLink({ moment }: { readonly moment: Moment }) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const run = useRoom((state) => runById(state, moment.runId));
  if (!run) return <span className="text-xs text-muted">{t('messages.momentGone')}</span>;
  const { iteration } = moment;
  return (
    <button
      type="button"
      aria-label={t('messages.jump', { number: run.number, iteration })}
      onClick={() => store.dispatch({ type: 'view', runId: run.id, moment: iteration })}
      className="inline-flex items-center gap-1 self-start rounded-full bg-accent-soft px-2 py-0.5 text-xs tabular-nums hover:ring-1 hover:ring-accent"
    >
      <History aria-hidden className="size-3 text-accent" />
      {t('messages.moment', { run: runTitle(run, t), iteration })}
    </button>
  );
}
