'use client';

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../_lib/theme';
import { useRoom } from '../_lib/studio-context';
import { useNoStrayDrops } from '../_lib/use-drop-images';
import { useTabTitle } from '../_lib/use-tab-title';
import { ConnectionBanner } from './connection-banner';
import { ImagesPanel } from './images/images-panel';
import { KeepingBanner } from './keeping-banner';
import { useAtRest } from './projector/use-at-rest';
import { leaveProjector, useProjector } from './projector/use-projector';
import { RunBar } from './stage/run-bar';
import { Stage } from './stage/stage';
import { TopBar } from './top-bar';
import { cx } from './ui/cx';
import { later } from './ui/later';
import { useWelcoming } from './welcome/use-welcoming';

const CurvePanel = later(
  () => import('./curves/curve-panel').then((module) => module.CurvePanel),
  () => <div className="h-64 lg:h-46" />,
);
const PeoplePanel = later(() => import('./people/people-panel').then((module) => module.PeoplePanel));
const ProjectorSide = later(() =>
  import('./projector/projector-side').then((module) => module.ProjectorSide),
);
const RunsPanel = later(() => import('./runs/runs-panel').then((module) => module.RunsPanel));
const SettingsPanel = later(() => import('./setup/settings-panel').then((module) => module.SettingsPanel));
const Timeline = later(() => import('./timeline/timeline').then((module) => module.Timeline));
const Welcome = later(
  () => import('./welcome/welcome').then((module) => module.Welcome),
  // As high as what comes, so that nothing moves under somebody's hand.
  () => <div className="h-17 shrink-0 border-b border-line bg-panel" />,
);

const tabs = ['images', 'settings', 'curves', 'people'] as const;
type Tab = (typeof tabs)[number];

/** In a hall, what can be pressed is seen only while somebody moves the pointer, or has come to it by keyboard. */
const restClass =
  'data-at-rest:cursor-none [&_:is(button,a)]:transition-opacity [&[data-at-rest]_:is(button,a):not(:focus-visible)]:opacity-0';

interface StudioProps {
  /** Of the room, until the room itself is here. */
  readonly title: string;
  readonly theme: Theme;
}

/** The studio: the picture in the middle, what it is made of on the left, how it is made on the right. */
export function Studio({ title, theme }: StudioProps) {
  const { t } = useTranslation();
  const loaded = useRoom((state) => state.room !== null);
  const current = useRoom((state) => state.room?.title) ?? title;
  const projecting = useProjector();
  const root = useAtRest<HTMLDivElement>(projecting);
  const { welcoming, dismiss } = useWelcoming();
  const [tab, setTab] = useState<Tab>('images');
  useTabTitle(title);
  useEffect(() => leaveProjector, []);
  useNoStrayDrops();

  const panel = (name: Tab, className: string) => ({
    id: `panel-${name}`,
    'aria-label': t(`room.${name}`),
    // On a phone one panel shows at a time, under the tabs; on a wide screen each has its place.
    // Kept while the projector is on, as it is, for afterwards.
    className: projecting
      ? 'hidden'
      : cx(name === tab ? 'block' : 'hidden lg:block', 'min-w-0 lg:min-h-0', className),
  });

  return (
    <div
      ref={root}
      className={cx('relative flex min-h-dvh flex-col lg:h-dvh lg:overflow-hidden', projecting && restClass)}
    >
      <TopBar title={title} theme={theme} hidden={projecting} projects />
      <ConnectionBanner />
      <KeepingBanner />
      {welcoming && !projecting && <Welcome onDone={dismiss} />}
      {loaded && (
        <main
          className={cx(
            'flex grow flex-col lg:grid lg:min-h-0',
            projecting
              ? 'lg:grid-cols-[minmax(0,1fr)_clamp(19rem,27vw,42rem)] lg:grid-rows-[minmax(0,1fr)]'
              : 'lg:grid-cols-[16rem_minmax(0,1fr)_19.5rem] lg:grid-rows-[minmax(0,1fr)_auto] xl:grid-cols-[17rem_minmax(0,1fr)_20rem]',
          )}
        >
          <section
            aria-label={t('stage.label')}
            className={cx(
              'flex min-w-0 flex-col lg:row-start-1 lg:min-h-0',
              projecting ? 'lg:col-start-1' : 'lg:col-start-2',
            )}
          >
            <Stage />
            <div className={projecting ? 'hidden' : 'contents'}>
              <Timeline />
              <RunBar />
            </div>
          </section>
          {projecting && <ProjectorSide title={current} />}
          <div
            role="tablist"
            aria-label={t('room.panels')}
            className={cx(
              'sticky top-0 z-10 grid grid-cols-4 border-y border-line bg-ground lg:hidden',
              projecting && 'hidden',
            )}
          >
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                aria-selected={name === tab}
                aria-controls={`panel-${name}`}
                onClick={() => setTab(name)}
                className={cx(
                  'h-11 border-b-2 text-[0.8125rem] font-medium -outline-offset-2',
                  name === tab ? 'border-accent text-ink' : 'border-transparent text-muted',
                )}
              >
                {t(`room.${name}`)}
              </button>
            ))}
          </div>
          <section
            {...panel(
              'images',
              'lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:overflow-y-auto lg:border-r lg:border-line lg:bg-panel',
            )}
          >
            <ImagesPanel />
            <RunsPanel />
          </section>
          <section {...panel('curves', 'lg:col-start-2 lg:row-start-2 lg:border-t lg:border-line')}>
            <CurvePanel />
          </section>
          <section
            {...panel(
              'settings',
              'lg:col-start-3 lg:row-span-2 lg:row-start-1 lg:overflow-y-auto lg:border-l lg:border-line lg:bg-panel',
            )}
          >
            <SettingsPanel />
          </section>
          <section {...panel('people', 'p-4 lg:hidden')}>{tab === 'people' && <PeoplePanel />}</section>
        </main>
      )}
    </div>
  );
}
