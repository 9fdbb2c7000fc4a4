'use client';

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { RunId } from '../../../server/protocol/ids';
import { linesOf } from '../../_lib/curve-overlay';
import { createReading } from '../../_lib/curve-reading';
import { hasLayers, seriesOf } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';
import { runsOf, shownRun } from '../../_lib/room-selectors';
import { runInSentence } from '../../_lib/run-title';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { viewOfIteration } from '../../_lib/timeline-view';
import { useCurve } from '../../_lib/use-curve';
import { cx } from '../ui/cx';
import { chartHeight } from './chart-height';
import { CurveChart } from './curve-chart';
import { CurveHead } from './curve-head';
import { CurveLegend } from './curve-legend';
import { CurveOver } from './curve-over';
import { useCurvePreferences } from './use-curve-preferences';
import { usePlotMarks } from './use-plot-marks';

/** The loss, term by term or layer by layer, with what happened to the run on its way; another run's over it where one is chosen. */
export function CurveView({ pinned }: { readonly pinned: boolean }) {
  const { t } = useTranslation();
  const { store } = useStudio();
  const run = useRoom(shownRun);
  const runs = useRoom(runsOf);
  const [chosen, setChosen] = useState<RunId | null>(null);
  const others = runs.filter(({ id }) => id !== run?.id);
  const other = others.find(({ id }) => id === chosen);
  const points = useCurve(run);
  const overlaid = useCurve(other);
  const { preferences, change, toggle } = useCurvePreferences();
  const { hidden, ...form } = preferences;
  const [reading] = useState(createReading);
  const plotMarks = usePlotMarks(run, runs);
  const layered = hasLayers(points);
  const view = layered ? preferences.view : 'kinds';
  const series = seriesOf(view, points);
  const smooth = form.smoothing > 0;
  const curves = useMemo(() => (other ? [points, overlaid] : [points]), [points, other, overlaid]);

  /** Only this page looks back; what the others see does not change. */
  function pick(iteration: number): void {
    const look = run && viewOfIteration(store.getState(), run, iteration, pinned);
    if (look) store.dispatch(look);
  }

  if (!run) return null;
  // Beside the legend where that stands on the right.
  const place = cx(chartHeight, view === 'layers' ? 'lg:@max-5xl:mr-57' : 'lg:@max-5xl:mr-44');
  const total = formatLoss(totalOf(points));
  const label = other
    ? t('curves.summaryTwo', {
        run: runInSentence(run, t),
        other: runInSentence(other, t),
        total,
        otherTotal: formatLoss(totalOf(overlaid)),
      })
    : t('curves.summary', { count: points.length, total });
  return (
    <div
      data-testid="curve"
      data-points={points.length}
      data-run={run.id}
      data-overlay={other && `${other.id} ${overlaid.length}`}
      data-smoothing={form.smoothing}
      className="relative flex flex-col gap-1"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <CurveHead
          run={run}
          points={points}
          series={series.filter(({ key }) => !hidden.includes(key))}
          view={layered ? view : null}
          onView={(wanted) => change({ view: wanted })}
          form={form}
          onForm={change}
          others={others}
          other={other}
          overlaid={overlaid}
          onOther={setChosen}
          reading={reading}
          plotMarks={plotMarks}
        />
        <CurveLegend series={series} points={points} hidden={hidden} reading={reading} onToggle={toggle} />
      </div>
      {points.length > 1 ? (
        <CurveChart
          key={`${run.id} ${other?.id} ${form.log} ${smooth} ${series.map(({ key }) => key).join(' ')}`}
          label={label}
          curves={curves}
          lines={linesOf(series, { withOther: other !== undefined, smooth })}
          hidden={hidden}
          form={form}
          plotMarks={plotMarks}
          reading={reading}
          onPick={pick}
          className={place}
          marks={(area) => (
            <CurveOver
              run={run}
              points={points}
              series={series}
              hidden={hidden}
              area={area}
              reading={reading}
              onPick={pick}
            />
          )}
        />
      ) : (
        <p className={cx(place, 'flex items-center justify-center text-center text-[0.8125rem] text-muted')}>
          {run.progress.iteration > 1 ? t('curves.loading') : t('curves.empty')}
        </p>
      )}
    </div>
  );
}

const totalOf = (points: readonly CurvePoint[]): number => points.at(-1)?.total ?? 0;
