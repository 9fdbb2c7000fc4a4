'use client';

import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../server/protocol/room';
import { viewOf } from '../../_lib/presence-reducer';
import { runTitle } from '../../_lib/run-title';
import { runById } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';

/** Says which moment a member looks back at, and shows it on a click. Nothing while they look at what is going on now. */
export function WatchingBadge({ member }: { readonly member: Member }) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const moment = useRoom((state) => state.presences[member.id]?.moment ?? null);
  const title = useRoom((state) => {
    const run = runById(state, moment?.runId);
    return run && runTitle(run, t);
  });
  if (!moment || title === undefined) return null;

  function look(): void {
    const { view, moment: iteration } = viewOf(store.getState().room, moment);
    store.dispatch({ type: 'view', runId: view, moment: iteration });
  }

  const { iteration } = moment;
  return (
    <button
      type="button"
      aria-label={t('presence.lookToo', { name: member.name, run: title, iteration })}
      onClick={look}
      className="inline-flex min-h-6 min-w-0 items-center gap-1 rounded text-xs text-muted hover:text-ink hover:underline"
    >
      <History aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{t('presence.looking', { run: title, iteration })}</span>
    </button>
  );
}
