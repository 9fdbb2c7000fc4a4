import UPlot from 'uplot';
import type { CurvePoint } from '../../../server/protocol/curves';
import { alignCurves, type CurveLine } from '../../_lib/curve-overlay';
import { axisLines, axisSplits, lossRange, scaleChanges } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';
import { i18n } from '../../_lib/i18n';
import { themeColours } from './theme-colours';

/** Where the curves lie in the chart, in CSS pixels, and which iterations they span. */
export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

interface CurvePlotOptions {
  readonly lines: readonly CurveLine[];
  /** The points of every run in the chart; the first is the one that it is about. */
  readonly curves: () => readonly (readonly CurvePoint[])[];
  /** Told when the curves move in the chart. */
  readonly onArea: (area: PlotArea) => void;
  /** The iteration under the pointer. */
  readonly onHover: (iteration: number | null) => void;
}

/** A chart of the lines over the iterations, logarithmic, that fits itself into `host` and follows the theme. */
export function createCurvePlot(host: HTMLElement, { lines, curves, onArea, onHover }: CurvePlotOptions) {
  const colours = themeColours(host, () => plot.redraw(false));
  const font = `11px ${getComputedStyle(document.body).fontFamily}`;
  const axis: UPlot.Axis = {
    stroke: () => colours.get('var(--muted)'),
    font,
    grid: { stroke: () => colours.get('var(--line)'), width: 1 },
    ticks: { show: false },
  };
  let told = '';

  const plot = new UPlot(
    {
      width: host.clientWidth,
      height: host.clientHeight,
      legend: { show: false },
      padding: [8, 8, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: {
        x: { time: false },
        y: { distr: 3, log: 10, range: (_, min, max) => lossRange(min, max) },
      },
      axes: [
        // There is nothing between two iterations.
        {
          ...axis,
          size: 24,
          gap: 4,
          incrs: [1, 2, 5]
            .flatMap((step) => [1, 10, 100, 1000].map((tens) => step * tens))
            .sort((a, b) => a - b),
        },
        {
          ...axis,
          grid: { ...axis.grid, filter: (_, splits) => axisLines(splits) },
          splits: (_, __, min, max) => axisSplits(min, max),
          filter: (_, splits) => axisLines(splits),
          size: 52,
          gap: 6,
          values: (_, splits) => splits.map((value) => (value === null ? '' : formatLoss(value))),
        },
      ],
      series: [
        {},
        ...lines.map(({ series: { kind, layer }, colour, of }) => ({
          stroke: () => colours.get(colour),
          width: kind === 'total' ? 2 : 1.5,
          // The same layer may be read for both; another run is dotted, since its colours are the same.
          dash: of > 0 ? [2, 3] : kind === 'content' && layer !== null ? [6, 4] : undefined,
          points: { show: false },
        })),
      ],
      hooks: {
        drawAxes: [(chart) => drawScaleChanges(chart, curves()[0] ?? [], colours.get('var(--muted)'), font)],
        draw: [
          (chart) => {
            const { left, top, width, height } = chart.over.getBoundingClientRect();
            const outer = host.getBoundingClientRect();
            const { min = 0, max = 1 } = chart.scales.x!;
            const area = { left: left - outer.left, top: top - outer.top, width, height, from: min, to: max };
            const key = JSON.stringify(area);
            if (key === told) return;
            told = key;
            onArea(area);
          },
        ],
        setCursor: [({ cursor: { idx }, data }) => onHover((idx == null ? null : data[0][idx]) ?? null)],
      },
    },
    alignCurves(curves(), lines),
    host,
  );

  const resizing = new ResizeObserver(() =>
    plot.setSize({ width: host.clientWidth, height: host.clientHeight }),
  );
  resizing.observe(host);
  return {
    plot,
    destroy() {
      resizing.disconnect();
      colours.dispose();
      plot.destroy();
    },
  };
}

/** A dashed line where the picture grew: the loss of another scale is another loss, which explains the jump. */
function drawScaleChanges(chart: UPlot, points: readonly CurvePoint[], colour: string, font: string): void {
  const { ctx, bbox } = chart;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.fillStyle = colour;
  ctx.globalAlpha = 0.8;
  ctx.lineWidth = ratio;
  ctx.setLineDash([2 * ratio, 4 * ratio]);
  ctx.font = font.replace('11px', `${10 * ratio}px`);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  for (const { iteration, side } of scaleChanges(points)) {
    const x = Math.round(chart.valToPos(iteration, 'x', true));
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    ctx.fillText(i18n.t('curves.scale', { size: side }), x + 4 * ratio, bbox.top + bbox.height - 3 * ratio);
  }
  ctx.restore();
}
