'use client';

import type { TFunction } from 'i18next';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ITERATIONS } from '../../../server/protocol/limits';
import type { Run } from '../../../server/protocol/runs';
import { forkObstacle, type ForkObstacle } from '../../_lib/fork-obstacle';
import { settingOf } from '../../_lib/room-selectors';
import { forkableMoments, iterationsLeft, nearestMoment } from '../../_lib/run-moments';
import { runInSentence } from '../../_lib/run-title';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { NumberBox } from '../setup/number-box';
import { Button } from '../ui/button';

interface ForkFormProps {
  readonly run: Run;
  /** The iteration that somebody looks at; nothing may be kept of it. */
  readonly wanted: number;
  readonly onDone: () => void;
}

/** How many iterations a fork shall make, and its start. */
export function ForkForm({ run, wanted, onDone }: ForkFormProps) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const command = useCommand();
  const iteration = nearestMoment(forkableMoments(run), wanted);
  const obstacle = useRoom((state) => forkObstacle(state, iteration));
  const usual = useRoom((state) => settingOf(state, 'iterations')) ?? run.settings.iterations;
  const [typed, setTyped] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const reason = useId();
  const from = iteration ?? wanted;
  const most = Math.max(1, ITERATIONS.max - from);
  const iterations = Math.min(typed ?? iterationsLeft(run, from, usual), most);

  async function fork(): Promise<void> {
    setAsking(true);
    const accepted = await command({
      type: 'run:fork',
      from: { runId: run.id, iteration: from },
      iterations,
    });
    setAsking(false);
    if (!accepted) return;
    store.dispatch({ type: 'view', runId: null });
    onDone();
  }

  return (
    <>
      <p className="text-[0.8125rem] text-muted">
        {t('fork.text', { run: runInSentence(run, t), iteration: from })}
      </p>
      {iteration !== null && iteration !== wanted && (
        <p className="text-[0.8125rem]">{t('fork.nearest', { wanted, iteration })}</p>
      )}
      <div className="flex items-center gap-2 text-[0.8125rem]">
        <span aria-hidden className="grow">
          {t('fork.more')}
        </span>
        <NumberBox
          label={t('fork.more')}
          value={iterations}
          disabled={obstacle !== null}
          onCommit={(count) => setTyped(Math.max(1, Math.min(Math.round(count), most)))}
        />
      </div>
      <p id={reason} className="text-[0.8125rem] text-muted empty:hidden">
        {obstacle && obstacleText(obstacle, t)}
      </p>
      <Button
        look="primary"
        disabled={obstacle !== null || asking}
        aria-describedby={reason}
        onClick={() => void fork()}
      >
        {t('fork.go')}
      </Button>
    </>
  );
}

function obstacleText(obstacle: ForkObstacle, t: TFunction): string {
  switch (obstacle) {
    case 'viewer':
    case 'active':
    case 'no-memory':
    case 'not-kept':
      return t(`fork.obstacle.${obstacle}`);
    case 'offline':
    case 'no-content':
    case 'no-style':
    case 'no-network':
      return t(`run.obstacle.${obstacle}`);
  }
}
