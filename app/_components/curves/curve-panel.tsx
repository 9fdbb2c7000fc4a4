'use client';

import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { RunId } from '../../../server/protocol/ids';
import type { Run } from '../../../server/protocol/runs';
import { overlaidSeries, pointAt, type CurveLine } from '../../_lib/curve-overlay';
import { hasLayers, seriesOf, valueAt, type CurveView, type Series } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';
import { shownRun } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { useCurve } from '../../_lib/use-curve';
import { Choices } from '../setup/choices';
import { ForkMarks } from './fork-marks';
import { OverlayPicker } from './overlay-picker';
import { SeriesToggle } from './series-toggle';
import { SteeringMarks } from './steering-marks';

const CurveChart = dynamic(() => import('./curve-chart').then((module) => module.CurveChart), { ssr: false });
const views: readonly CurveView[] = ['kinds', 'layers'];
const noRuns: readonly Run[] = [];

/** The loss, term by term or layer by layer, while it falls; another run's over it where one is chosen. */
export function CurvePanel() {
  const { t } = useTranslation();
  const run = useRoom(shownRun);
  const runs = useRoom((state) => state.room?.runs) ?? noRuns;
  const [chosen, setChosen] = useState<RunId | null>(null);
  const others = runs.filter(({ id }) => id !== run?.id);
  const other = others.find(({ id }) => id === chosen);
  const points = useCurve(run);
  const overlaid = useCurve(other);
  const [wanted, setWanted] = useState<CurveView>('kinds');
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const [hovered, setHovered] = useState<number | null>(null);
  const point = hovered === null ? points.at(-1) : pointAt(points, hovered);
  const layered = hasLayers(points);
  const view = layered ? wanted : 'kinds';
  const series = seriesOf(view, points);
  const curves = useMemo(() => (other ? [points, overlaid] : [points]), [points, other, overlaid]);

  const toggle = (key: string) =>
    setHidden((keys) => (keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key]));

  return (
    <div
      data-testid="curve"
      data-points={points.length}
      data-run={run?.id}
      data-overlay={other && `${other.id} ${overlaid.length}`}
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
            {t('curves.iteration')} {hovered ?? point.iteration}
          </span>
        )}
        {run && others.length > 0 && (
          <OverlayPicker
            runs={others}
            value={other?.id ?? null}
            point={hovered === null ? overlaid.at(-1) : pointAt(overlaid, hovered)}
            onChoose={setChosen}
          />
        )}
      </div>
      {run && points.length > 1 ? (
        <CurveChart
          key={`${run.id} ${other?.id} ${series.map(({ key }) => key).join(' ')}`}
          label={
            other
              ? t('curves.summaryTwo', {
                  number: run.number,
                  other: other.number,
                  total: formatLoss(totalOf(points)),
                  otherTotal: formatLoss(totalOf(overlaid)),
                })
              : t('curves.summary', { count: points.length, total: formatLoss(totalOf(points)) })
          }
          curves={curves}
          lines={linesOf(series, other !== undefined)}
          hidden={hidden}
          onHover={setHovered}
          marks={(area) => (
            <>
              <ForkMarks run={run} area={area} />
              <SteeringMarks marks={run.marks} area={area} />
            </>
          )}
        />
      ) : (
        <p className="flex h-56 items-center justify-center text-[0.8125rem] text-muted lg:h-40">
          {run && run.progress.iteration > 1 ? t('curves.loading') : t('curves.empty')}
        </p>
      )}
    </div>
  );
}

const totalOf = (points: readonly CurvePoint[]): number => points.at(-1)?.total ?? 0;

/** What is drawn later lies above: the run itself over the other one. */
function linesOf(series: readonly Series[], withOther: boolean): readonly CurveLine[] {
  const line = (of: number) => (one: Series) => ({ series: one, colour: one.colour, of });
  return [...(withOther ? overlaidSeries(series).map(line(1)) : []), ...series.map(line(0))];
}
