'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasLayers, seriesOf, valueAt, type CurveView } from '../../_lib/curve-series';
import { shownRun } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { useCurve } from '../../_lib/use-curve';
import { Choices } from '../setup/choices';
import { SeriesToggle } from './series-toggle';

const CurveChart = dynamic(() => import('./curve-chart').then((module) => module.CurveChart), { ssr: false });
const views: readonly CurveView[] = ['kinds', 'layers'];

/** The loss, term by term or layer by layer, while it falls. */
export function CurvePanel() {
  const { t } = useTranslation();
  const run = useRoom(shownRun);
  const points = useCurve(run);
  const [wanted, setWanted] = useState<CurveView>('kinds');
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [hovered, setHovered] = useState<number | null>(null);
  const point = points[hovered ?? points.length - 1] ?? points.at(-1);
  const layered = hasLayers(points);
  const view = layered ? wanted : 'kinds';
  const series = seriesOf(view, points);

  const toggle = (key: string) =>
    setHidden((keys) => (keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]));

  return (
    <div
      data-testid="curve"
      data-points={points.length}
      data-run={run?.id}
      className="flex flex-col gap-1 px-3 py-2.5 sm:px-4"
    >
      <div className="flex flex-wrap items-center gap-x-1 gap-y-0.5">
        <h2 className="mr-2 font-medium">{t('curves.title')}</h2>
        {layered && (
          <Choices
            label={t('curves.view')}
            values={views}
            value={view}
            name={(one) => t(`curves.views.${one}`)}
            disabled={false}
            onChoose={setWanted}
          />
        )}
        {series.map((one) => (
          <SeriesToggle
            key={one.key}
            series={one}
            value={point && valueAt(point, one)}
            shown={!hidden.includes(one.key)}
            onToggle={() => toggle(one.key)}
          />
        ))}
        {point && (
          <span className="ml-auto text-xs text-muted tabular-nums">
            {t('curves.iteration')} {point.iteration}
          </span>
        )}
      </div>
      {run && points.length > 1 ? (
        <CurveChart
          key={`${run.id} ${series.map(({ key }) => key).join(' ')}`}
          run={run}
          points={points}
          series={series}
          hidden={hidden}
          onHover={setHovered}
        />
      ) : (
        <p className="flex h-56 items-center justify-center text-[0.8125rem] text-muted lg:h-40">
          {run && run.progress.iteration > 1 ? t('curves.loading') : t('curves.empty')}
        </p>
      )}
    </div>
  );
}
