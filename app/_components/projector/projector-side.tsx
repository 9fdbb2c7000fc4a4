'use client';

import { Link2, Link2Off, Minimize2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { percentOf } from '../../_lib/format';
import { roomName } from '../../_lib/room-name';
import { shownRun } from '../../_lib/room-selectors';
import { runStatusText } from '../../_lib/run-status-text';
import { useRoom } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { ProjectorCurve } from './projector-curve';
import { ProjectorLink } from './projector-link';
import { ProjectorPeople } from './projector-people';
import { leaveProjector, useProjectorEnd } from './use-projector';

/** Beside the picture on the wall of a hall: how far it is, its curve and the people. */
export function ProjectorSide({ title }: { readonly title: string }) {
  const { t } = useTranslation();
  const run = useRoom(shownRun);
  const moment = useRoom((state) => state.moment);
  const [linked, setLinked] = useState(false);
  useProjectorEnd();
  return (
    <section
      aria-label={t('projector.label')}
      data-testid="projector"
      // Sizes are parts of a letter, and a letter is a part of the width: the hall sees the same on any projector.
      className="flex min-w-0 flex-col gap-[1.1em] overflow-y-auto bg-ground p-[1.2em] text-[clamp(1rem,0.4rem+1vw,2.25rem)] leading-snug lg:col-start-2 lg:row-start-1 lg:min-h-0 lg:border-l lg:border-line"
    >
      <h1 className="text-[1.15em] font-semibold tracking-tight wrap-anywhere">{roomName(title, t)}</h1>
      {run ? (
        <>
          <div className="flex flex-col gap-[0.45em]">
            <p className="flex items-baseline gap-[0.25em] tabular-nums">
              <span className="text-[2.6em] leading-none font-semibold tracking-tight">
                {moment ?? run.progress.iteration}
              </span>
              <span className="text-muted">/ {run.progress.totalIterations}</span>
            </p>
            <div aria-hidden className="h-[0.3em] overflow-hidden rounded-full bg-line">
              <div
                className="h-full rounded-full bg-accent transition-transform duration-300"
                style={{ transform: `translateX(${percentOf(run.progress) - 100}%)` }}
              />
            </div>
            <p className="text-muted">{runStatusText(run, t)}</p>
          </div>
          <ProjectorCurve run={run} />
        </>
      ) : (
        <p className="grow text-muted">{t('run.none')}</p>
      )}
      <ProjectorPeople />
      {linked && <ProjectorLink />}
      {/* For who holds the pointer, not for the hall. */}
      <div className="flex flex-wrap gap-2">
        <Button size="medium" className="text-base" aria-pressed={linked} onClick={() => setLinked(!linked)}>
          {linked ? <Link2Off aria-hidden /> : <Link2 aria-hidden />}
          {t(linked ? 'projector.hideLink' : 'projector.showLink')}
        </Button>
        <Button
          look="quiet"
          size="medium"
          className="text-base"
          aria-keyshortcuts="Escape"
          onClick={leaveProjector}
        >
          <Minimize2 aria-hidden />
          {t('projector.leave')}
        </Button>
      </div>
    </section>
  );
}
