'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { seriesNames, type SeriesName } from '../../_lib/curve-series';
import { shownRun } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { useCurve } from '../../_lib/use-curve';
import { SeriesToggle } from './series-toggle';

const CurveChart = dynamic(() => import('./curve-chart').then((module) => module.CurveChart), { ssr: false });

/** The loss, term by term, while it falls. */
export function CurvePanel() {
  const { t } = useTranslation();
  const run = useRoom(shownRun);
  const points = useCurve(run);
  const [hidden, setHidden] = useState<readonly SeriesName[]>([]);
  const [hovered, setHovered] = useState<number | null>(null);
  const point = points[hovered ?? points.length - 1] ?? points.at(-1);

  const toggle = (name: SeriesName) =>
    setHidden((names) => (names.includes(name) ? names.filter((one) => one !== name) : [...names, name]));

  return (
    <div
      data-testid="curve"
      data-points={points.length}
      data-run={run?.id}
      className="flex flex-col gap-1 px-3 py-2.5 sm:px-4"
    >
      <div className="flex flex-wrap items-center gap-x-1 gap-y-0.5">
        <h2 className="mr-2 font-medium">{t('curves.title')}</h2>
        {seriesNames.map((name) => (
          <SeriesToggle
            key={name}
            name={name}
            value={point?.[name]}
            shown={!hidden.includes(name)}
            onToggle={() => toggle(name)}
          />
        ))}
        {point && (
          <span className="ml-auto text-xs text-muted tabular-nums">
            {t('curves.iteration')} {point.iteration}
          </span>
        )}
      </div>
      {run && points.length > 1 ? (
        <CurveChart key={run.id} run={run} points={points} hidden={hidden} onHover={setHovered} />
      ) : (
        <p className="flex h-56 items-center justify-center text-[0.8125rem] text-muted lg:h-40">
          {run && run.progress.iteration > 1 ? t('curves.loading') : t('curves.empty')}
        </p>
      )}
    </div>
  );
}
