'use client';

import { Download, Film } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { timeLapsePath } from '../../../server/protocol/http';
import type { Run } from '../../../server/protocol/runs';
import { formatMegabytes } from '../../_lib/format';
import { problemText } from '../../_lib/page-problem';
import { useStudio } from '../../_lib/studio-context';
import { useTimeLapse } from '../../_lib/use-time-lapse';
import { Button, buttonClass } from '../ui/button';

/** Fewer pictures move nothing. */
const MIN_PICTURES = 2;

/** The film of a run's keyframes: have it made, watch it, take it away. */
export function TimeLapseBox({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const enough = run.keyframes.length >= MIN_PICTURES;
  return (
    <section aria-label={t('runPage.timeLapse.title')} className="flex flex-col gap-2">
      <h3 className="font-medium">{t('runPage.timeLapse.title')}</h3>
      {enough ? (
        <TimeLapseOf run={run} />
      ) : (
        <p className="text-[0.8125rem] text-muted">{t('runPage.timeLapse.tooFew')}</p>
      )}
    </section>
  );
}

function TimeLapseOf({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const { state, make } = useTimeLapse(roomId, run.id, run.keyframes.at(-1) ?? 0);
  if (!state) return null;
  const film = `${timeLapsePath(roomId, run.id)}.webm`;
  return (
    <div aria-live="polite" data-testid="time-lapse" data-state={state.kind} className="flex flex-col gap-2">
      {state.kind === 'failed' && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {problemText(state.problem, t)}
        </p>
      )}
      {(state.kind === 'none' || state.kind === 'failed') && (
        <>
          <p className="text-[0.8125rem] text-muted">
            {t('runPage.timeLapse.explain', { count: run.keyframes.length })}
          </p>
          <Button size="small" className="self-start" onClick={make}>
            <Film aria-hidden />
            {t('runPage.timeLapse.make')}
          </Button>
        </>
      )}
      {state.kind === 'making' && (
        <>
          <p className="text-[0.8125rem] text-muted tabular-nums">
            {t('runPage.timeLapse.making', { done: state.done, total: state.total })}
          </p>
          <div
            role="progressbar"
            aria-label={t('runPage.timeLapse.progress')}
            aria-valuemin={0}
            aria-valuemax={state.total}
            aria-valuenow={state.done}
            className="h-1.5 overflow-hidden rounded-full bg-line"
          >
            <div
              className="h-full rounded-full bg-accent transition-[width] duration-300"
              style={{ width: `${state.total > 0 ? (state.done / state.total) * 100 : 0}%` }}
            />
          </div>
        </>
      )}
      {state.kind === 'ready' && (
        <>
          {/* The film has no sound. */}
          <video
            key={run.keyframes.length}
            src={`${film}?inline`}
            controls
            loop
            muted
            playsInline
            preload="metadata"
            aria-label={t('runPage.timeLapse.film', { number: run.number })}
            className="max-h-72 w-full rounded-lg bg-wall"
          />
          <a href={film} download className={buttonClass('secondary', 'small', 'self-start')}>
            <Download aria-hidden />
            {t('runPage.timeLapse.download', { size: formatMegabytes(state.bytes) })}
          </a>
        </>
      )}
    </div>
  );
}
