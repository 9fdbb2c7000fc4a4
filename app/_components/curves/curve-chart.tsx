'use client';

import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type UPlot from 'uplot';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { Run } from '../../../server/protocol/runs';
import { curveColumns, type Series } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';
import { createCurvePlot, type PlotArea } from './curve-plot';
import { SteeringMarks } from './steering-marks';

interface CurveChartProps {
  readonly run: Run;
  readonly points: readonly CurvePoint[];
  /** Others need another chart. */
  readonly series: readonly Series[];
  /** Keys of the series that are not shown. */
  readonly hidden: readonly string[];
  /** The index of the point under the pointer. */
  readonly onHover: (index: number | null) => void;
}

export function CurveChart({ run, points, series, hidden, onHover }: CurveChartProps) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(null);
  const latest = useRef(points);
  const [drawn] = useState(series);
  const [area, setArea] = useState<PlotArea | null>(null);

  useEffect(() => {
    const element = host.current!;
    const chart = createCurvePlot(element, {
      series: drawn,
      points: () => latest.current,
      onArea: setArea,
      onHover,
    });
    plot.current = chart.plot;
    return () => {
      plot.current = null;
      chart.destroy();
    };
  }, [drawn, onHover]);

  useEffect(() => {
    latest.current = points;
    plot.current?.setData(curveColumns(points, drawn));
  }, [points, drawn]);

  useEffect(() => {
    drawn.forEach(({ key }, index) => plot.current?.setSeries(index + 1, { show: !hidden.includes(key) }));
  }, [hidden, drawn]);

  const total = points.at(-1)?.total ?? 0;
  return (
    <div className="relative h-56 lg:h-40">
      <div
        ref={host}
        role="img"
        aria-label={t('curves.summary', { count: points.length, total: formatLoss(total) })}
        className="absolute inset-0"
      />
      {area && <SteeringMarks marks={run.marks} area={area} />}
    </div>
  );
}
