'use client';

import { Pause, Play, RotateCcw, Square } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../../server/protocol/commands';
import { controlName } from '../../_lib/control-name';
import { activeRun, mayEdit, shownRun, startObstacle } from '../../_lib/room-selectors';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { later } from '../ui/later';
import { ForecastLine } from './forecast-line';

const MoreIterations = later(() => import('./more-iterations').then((module) => module.MoreIterations));

/** Start, or pause and stop; and going on with a run that has ended. */
export function RunButtons() {
  const { t } = useTranslation();
  const { store } = useStudio();
  const command = useCommand();
  const active = useRoom(activeRun);
  const shown = useRoom(shownRun);
  const editor = useRoom(mayEdit);
  const obstacle = useRoom(startObstacle);
  const [asking, setAsking] = useState(false);

  const group = useRef<HTMLDivElement>(null);

  async function ask(what: Command): Promise<void> {
    // The button that was pressed gives way to others, and would take the focus with it.
    group.current?.focus();
    setAsking(true);
    const accepted = await command(what);
    setAsking(false);
    if (accepted) store.dispatch({ type: 'view', runId: null });
  }

  if (active) {
    const { id: runId, status } = active;
    const access = { disabled: !editor || asking, title: editor ? undefined : t('run.watching') };
    return (
      <div
        ref={group}
        tabIndex={-1}
        role="group"
        aria-label={t('run.controls')}
        className="flex flex-wrap gap-2 rounded-lg"
      >
        {status.kind === 'running' && (
          <Button size="large" {...access} onClick={() => void ask({ type: 'run:pause', runId })}>
            <Pause aria-hidden />
            {controlName('pause', active, shown, t)}
          </Button>
        )}
        {status.kind === 'paused' && (
          <Button
            look="primary"
            size="large"
            {...access}
            onClick={() => void ask({ type: 'run:resume', runId })}
          >
            <Play aria-hidden />
            {controlName('resume', active, shown, t)}
          </Button>
        )}
        <Button size="large" {...access} onClick={() => void ask({ type: 'run:stop', runId })}>
          <Square aria-hidden />
          {controlName('stop', active, shown, t)}
        </Button>
      </div>
    );
  }
  const ended =
    shown && shown.result && (shown.status.kind === 'finished' || shown.status.kind === 'stopped');
  // Beside the reason stands the one thing to do about it; with other settings, it is a run of its own all the same.
  const failed = shown?.status.kind === 'failed';
  return (
    <div
      ref={group}
      tabIndex={-1}
      role="group"
      aria-label={t('run.controls')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg lg:max-xl:[&_button]:px-4"
    >
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          size="large"
          disabled={obstacle !== null || asking}
          aria-describedby="start-obstacle forecast"
          onClick={() => void ask({ type: 'run:start' })}
        >
          {failed ? <RotateCcw aria-hidden /> : <Play aria-hidden />}
          {t(failed ? 'run.again' : 'run.start')}
        </Button>
        {ended && editor && (
          <MoreIterations
            disabled={asking}
            focusAfter={group}
            onGo={(iterations) => void ask({ type: 'run:continue', runId: shown.id, iterations })}
          />
        )}
      </div>
      <p id="start-obstacle" className="text-xs text-muted empty:hidden [&:not(:empty)+*]:hidden">
        {obstacle && obstacle !== 'no-memory' && t(`run.obstacle.${obstacle}`)}
      </p>
      <ForecastLine />
    </div>
  );
}
