'use client';

import { Lightbulb, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdviceCode } from '../../../server/protocol/advice';
import { isActive, type Run } from '../../../server/protocol/runs';
import { fromServer } from '../../_lib/from-server';
import { adviceShown, moreIterationsOf } from '../../_lib/advice-shown';
import { mayChangeSettings, mayEdit } from '../../_lib/room-selectors';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';

interface AdviceNoteProps {
  readonly run: Run;
}

/** What could be done about the picture: one sentence at a time, and one click that does it. */
export function AdviceNote({ run }: AdviceNoteProps) {
  const { t } = useTranslation();
  const { settings, store } = useStudio();
  const command = useCommand();
  const [dismissed, setDismissed] = useState<readonly AdviceCode[]>([]);
  const advice = useRoom((state) => adviceShown(state, run, dismissed));
  const editor = useRoom(mayEdit);
  const changer = useRoom(mayChangeSettings);
  const [asking, setAsking] = useState(false);
  const region = useRef<HTMLElement>(null);
  const more = advice ? moreIterationsOf(advice, run) : null;

  async function apply(): Promise<void> {
    if (!advice) return;
    // The button goes with the advice, and would take the focus with it.
    region.current?.focus();
    if (more === null) {
      settings.change(advice.change);
      return;
    }
    setAsking(true);
    const accepted = await command({ type: 'run:continue', runId: run.id, iterations: more });
    setAsking(false);
    if (accepted) store.dispatch({ type: 'view', runId: null });
  }

  function dismiss(): void {
    if (!advice) return;
    region.current?.focus();
    setDismissed([...dismissed, advice.code]);
  }

  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label={t('advice.label')}
      aria-live="polite"
      className="rounded-lg empty:absolute sm:basis-full"
    >
      {advice && (
        <div
          data-testid="advice"
          data-code={advice.code}
          className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-accent-soft py-1.5 pr-1.5 pl-3"
        >
          <Lightbulb aria-hidden className="size-4 shrink-0 text-accent" />
          <p className="min-w-0 flex-1 basis-64 text-[0.8125rem]">
            <span className="font-medium">
              {t('advice.lead', { title: t(`advice.titles.${advice.code}`) })}
            </span>{' '}
            {fromServer(advice.sentence)}
          </p>
          <span className="ml-auto flex items-center gap-1">
            {(more === null ? changer : editor) && (
              <Button size="small" disabled={asking} onClick={() => void apply()}>
                {more !== null
                  ? t('advice.more', { count: more })
                  : t(isActive(run.status) ? 'advice.apply' : 'advice.applyNext')}
              </Button>
            )}
            <IconButton label={t('advice.dismiss')} onClick={dismiss}>
              <X aria-hidden />
            </IconButton>
          </span>
        </div>
      )}
    </section>
  );
}
