'use client';

import 'uplot/dist/uPlot.min.css';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import { alignCurves, type CurveForm, type CurveLine } from '../../_lib/curve-overlay';
import { createReading, type ReadingStore } from '../../_lib/curve-reading';
import type { PlotMark } from './curve-drawing';
import { createCurvePlot, type PlotArea } from './curve-plot';
import { readChart } from './read-chart';

interface CurveChartProps {
  /** What the chart shows, in words. */
  readonly label: string;
  /** The points of every run in the chart. */
  readonly curves: readonly (readonly CurvePoint[])[];
  /** Others need another chart. */
  readonly lines: readonly CurveLine[];
  /** Keys of the series that are not shown. */
  readonly hidden: readonly string[];
  /** Another axis needs another chart. */
  readonly form?: CurveForm;
  /** What is drawn over the curves; drawn anew when this is another function. */
  readonly plotMarks?: (area: PlotArea) => readonly PlotMark[];
  /** Where the curve is read, for whom it matters elsewhere too. */
  readonly reading?: ReadingStore;
  /** The iteration that is read. */
  readonly onHover?: (iteration: number | null) => void;
  /** Pressed at an iteration. */
  readonly onPick?: (iteration: number) => void;
  /** What lies over the curves. */
  readonly marks?: (area: PlotArea) => ReactNode;
  readonly className?: string;
}

const usualForm: CurveForm = { log: true, smoothing: 0 };
const noMarks = (): readonly PlotMark[] => [];
const noPick = (): void => undefined;

export function CurveChart(props: CurveChartProps) {
  const { label, curves, lines, hidden, form = usualForm, plotMarks = noMarks, onHover, marks } = props;
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart>(null);
  const latest = useRef({ curves, form, plotMarks, onPick: props.onPick ?? noPick, t });
  const [drawn] = useState(lines);
  const [own] = useState(createReading);
  const [area, setArea] = useState<PlotArea | null>(null);
  const reading = props.reading ?? own;
  const { log, smoothing } = form;

  useLayoutEffect(() => {
    latest.current = { curves, form, plotMarks, onPick: props.onPick ?? noPick, t };
  });

  useEffect(() => {
    const { plot, destroy } = createCurvePlot(host.current!, {
      lines: drawn,
      form: latest.current.form,
      curves: () => latest.current.curves,
      marks: (where) => latest.current.plotMarks(where),
      scaleName: (side) => latest.current.t('curves.scale', { size: side }),
      onArea: setArea,
    });
    const read = readChart(plot, reading, (iteration) => latest.current.onPick(iteration));
    chart.current = { plot, read };
    return () => {
      chart.current = null;
      read.dispose();
      destroy();
    };
  }, [drawn, reading]);

  useEffect(() => reading.subscribe(({ iteration }) => onHover?.(iteration)), [reading, onHover]);

  useEffect(() => {
    chart.current?.plot.setData(alignCurves(curves, drawn, { log, smoothing }));
    chart.current?.read.refresh();
  }, [curves, drawn, log, smoothing]);

  useEffect(() => {
    drawn.forEach(({ series: { key } }, index) =>
      chart.current?.plot.setSeries(index + 1, { show: !hidden.includes(key) }),
    );
  }, [hidden, drawn]);

  useEffect(() => chart.current?.plot.redraw(false), [plotMarks]);

  return (
    <div className={props.className ?? 'relative h-56 lg:h-40'}>
      <div ref={host} role="img" aria-label={label} className="absolute inset-0" />
      {area && marks?.(area)}
    </div>
  );
}

interface Chart {
  readonly plot: ReturnType<typeof createCurvePlot>['plot'];
  readonly read: ReturnType<typeof readChart>;
}
