'use client';

import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type UPlot from 'uplot';
import type { CurvePoint } from '../../../server/protocol/curves';
import { alignCurves, type CurveLine } from '../../_lib/curve-overlay';
import { createCurvePlot, type PlotArea } from './curve-plot';

interface CurveChartProps {
  /** What the chart shows, in words. */
  readonly label: string;
  /** The points of every run in the chart. */
  readonly curves: readonly (readonly CurvePoint[])[];
  /** Others need another chart. */
  readonly lines: readonly CurveLine[];
  /** Keys of the series that are not shown. */
  readonly hidden: readonly string[];
  /** The iteration under the pointer. */
  readonly onHover: (iteration: number | null) => void;
  /** What lies over the curves. */
  readonly marks?: (area: PlotArea) => ReactNode;
}

export function CurveChart({ label, curves, lines, hidden, onHover, marks }: CurveChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<UPlot>(null);
  const latest = useRef(curves);
  const [drawn] = useState(lines);
  const [area, setArea] = useState<PlotArea | null>(null);

  useEffect(() => {
    const element = host.current!;
    const chart = createCurvePlot(element, {
      lines: drawn,
      curves: () => latest.current,
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
    latest.current = curves;
    plot.current?.setData(alignCurves(curves, drawn));
  }, [curves, drawn]);

  useEffect(() => {
    drawn.forEach(({ series: { key } }, index) =>
      plot.current?.setSeries(index + 1, { show: !hidden.includes(key) }),
    );
  }, [hidden, drawn]);

  return (
    <div className="relative h-56 lg:h-40">
      <div ref={host} role="img" aria-label={label} className="absolute inset-0" />
      {area && marks?.(area)}
    </div>
  );
}
