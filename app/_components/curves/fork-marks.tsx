'use client';

import { GitFork } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { forksOf } from '../../_lib/run-tree';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Tip } from '../ui/icon-button';
import type { PlotArea } from './curve-plot';

interface ForkMarksProps {
  readonly run: Run;
  readonly area: PlotArea;
}

/** Where other runs were forked from this one, and where it was forked from another itself. Each leads to the other run. */
export function ForkMarks({ run, area }: ForkMarksProps) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const runs = useRoom((state) => state.room?.runs) ?? [];
  const parent = runs.find(({ id }) => id === run.parent?.runId);
  const forks = forksOf(runs, run.id);
  const iterations = [...new Set(forks.map((fork) => fork.parent!.iteration))];

  return (
    <>
      {run.parent && parent && (
        <ForkMark
          area={area}
          iteration={run.parent.iteration}
          text={t('curves.begins', { number: parent.number, iteration: run.parent.iteration })}
          onClick={() => store.dispatch({ type: 'view', runId: parent.id })}
        />
      )}
      {iterations.map((iteration) => {
        const here = forks.filter((fork) => fork.parent!.iteration === iteration);
        const numbers = here.map(({ number }) => number).join(', ');
        return (
          <ForkMark
            key={iteration}
            area={area}
            iteration={iteration}
            text={t('curves.forks', { count: here.length, numbers, iteration })}
            onClick={() => store.dispatch({ type: 'view', runId: here.at(-1)!.id })}
          />
        );
      })}
    </>
  );
}

interface ForkMarkProps {
  readonly area: PlotArea;
  readonly iteration: number;
  readonly text: string;
  readonly onClick: () => void;
}

function ForkMark({ area, iteration, text, onClick }: ForkMarkProps) {
  // A run's curve begins one iteration after what it was forked from.
  const share = (iteration - area.from) / Math.max(1, area.to - area.from);
  return (
    <div
      className="pointer-events-none absolute flex w-4 -translate-x-1/2 flex-col items-center"
      style={{
        left: area.left + Math.max(0, Math.min(1, share)) * area.width,
        top: area.top,
        height: area.height,
      }}
    >
      <span className="w-px grow bg-accent" />
      <Tip text={text}>
        <button
          type="button"
          aria-label={text}
          onClick={onClick}
          className="pointer-events-auto flex size-4 items-center justify-center rounded-full bg-accent text-on-accent"
        >
          <GitFork aria-hidden className="size-2.5" />
        </button>
      </Tip>
    </div>
  );
}
