'use client';

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunId } from '../../../server/protocol/ids';
import { momentPath, roomPath, runPath } from '../../../server/protocol/moments';
import { momentOf } from '../../_lib/room-address';
import { useRoom, useStudio } from '../../_lib/studio-context';
import type { Theme } from '../../_lib/theme';
import { useNoStrayDrops } from '../../_lib/use-drop-images';
import { useTabTitle } from '../../_lib/use-tab-title';
import { ConnectionBanner } from '../connection-banner';
import { CurvePanel } from '../curves/curve-panel';
import { RunProgress } from '../stage/run-progress';
import { Stage } from '../stage/stage';
import { Timeline } from '../timeline/timeline';
import { TopBar } from '../top-bar';
import { buttonClass } from '../ui/button';
import { PageMessage } from '../ui/page-message';
import { MomentNotice } from './moment-notice';
import { RoomLink } from './room-link';
import { RunDetails } from './run-details';

interface RunPageProps {
  readonly runId: RunId;
  /** Of the room, until the room itself is here. */
  readonly title: string;
  readonly theme: Theme;
}

/** All of one run: what it shows, how it came to it, and how it was made. */
export function RunPage({ runId, title, theme }: RunPageProps) {
  const { t } = useTranslation();
  const { roomId, store } = useStudio();
  const loaded = useRoom((state) => state.room !== null);
  const run = useRoom((state) => state.room?.runs.find((one) => one.id === runId));
  const [asked] = useState(() => momentOf(location.search));
  useTabTitle(title, runId);
  useNoStrayDrops();
  useViewInAddress(runId, asked, run !== undefined);

  if (loaded && !run) {
    return (
      <PageMessage title={t('runPage.gone.title')} text={t('runPage.gone.text')}>
        <RoomLink href={roomPath(roomId)} className={buttonClass('primary')}>
          {t('runPage.toRoom')}
        </RoomLink>
      </PageMessage>
    );
  }
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh lg:overflow-hidden">
      <TopBar title={title} theme={theme} />
      <ConnectionBanner />
      {run && (
        <main className="flex grow flex-col lg:grid lg:min-h-0 lg:grid-cols-[minmax(0,1fr)_21rem] lg:grid-rows-[minmax(0,1fr)_auto] xl:grid-cols-[minmax(0,1fr)_26rem]">
          <section
            aria-label={t('stage.label')}
            className="flex min-w-0 flex-col lg:col-start-1 lg:row-start-1 lg:min-h-0"
          >
            <MomentNotice run={run} asked={asked} />
            <Stage pinned />
            <Timeline pinned />
            <div className="shrink-0 border-t border-line bg-panel px-4 py-2.5">
              <RunProgress run={run} />
            </div>
          </section>
          <section
            aria-label={t('room.curves')}
            className="min-w-0 border-t border-line lg:col-start-1 lg:row-start-2"
          >
            <CurvePanel pinned />
          </section>
          <section
            aria-label={t('runPage.label')}
            className="min-w-0 border-t border-line bg-panel lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:overflow-y-auto lg:border-t-0 lg:border-l"
          >
            <RunDetails
              run={run}
              onOpenRoom={() => {
                // As who opens the room finds it, unless what is looked at is something else.
                const { room, moment } = store.getState();
                if (moment === null && room?.runs.at(-1)?.id === runId) {
                  store.dispatch({ type: 'view', runId: null });
                }
              }}
            />
          </section>
        </main>
      )}
    </div>
  );
}

/** Looks at what the address says once the run is here, and from then on says in the address what is looked at. */
function useViewInAddress(runId: RunId, asked: number | null, known: boolean): void {
  const { roomId, store } = useStudio();
  useEffect(() => {
    if (!known) return;
    const here = runPath(roomId, runId);
    store.dispatch({ type: 'view', runId, moment: asked });
    return store.subscribe(({ view, moment }) => {
      if (view !== runId || location.pathname !== here) return;
      const path = moment === null ? here : momentPath(roomId, { runId, iteration: moment });
      // Not a step of its own: going back leads out of the run, not through all that was looked at.
      if (path !== location.pathname + location.search) history.replaceState(null, '', path);
    });
  }, [store, roomId, runId, asked, known]);
}
