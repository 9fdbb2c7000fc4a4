import UPlot from 'uplot';
import type { CurvePoint } from '../../../server/protocol/curves';
import { alignCurves, type CurveForm, type CurveLine } from '../../_lib/curve-overlay';
import { linearRange, lossRange } from '../../_lib/curve-series';
import { curveAxes } from './curve-axes';
import { BAND_NAMES_PX, drawBands, drawMarks, type PlotMark } from './curve-drawing';
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

export interface CurvePlotOptions {
  readonly lines: readonly CurveLine[];
  readonly form: CurveForm;
  /** The points of every run in the chart; the first is the one that it is about. */
  readonly curves: () => readonly (readonly CurvePoint[])[];
  /** What is marked on the curves of the first run. */
  readonly marks: (area: PlotArea) => readonly PlotMark[];
  /** What a scale is called by its long side in pixels. */
  readonly scaleName: (side: number) => string;
  /** Told when the curves move in the chart. */
  readonly onArea: (area: PlotArea) => void;
  /** All lengths are multiplied by it; by default as the reader's size of text has it. */
  readonly scale?: number;
}

/** The library knows the mouse only; `readChart` reads with everything that points. */
const nothing = () => null;
const unbound: UPlot.Cursor.Bind = {
  mousedown: nothing,
  mouseup: nothing,
  click: nothing,
  dblclick: nothing,
  mousemove: nothing,
  mouseleave: nothing,
  mouseenter: nothing,
};

/** A chart of the lines over the iterations that fits itself into `host` and follows the theme. */
export function createCurvePlot(host: HTMLElement, options: CurvePlotOptions) {
  const { lines, form, curves, marks, scaleName, onArea, scale = textScale() } = options;
  const colours = themeColours(host, () => plot.redraw(false));
  // Whole pixels: the library reads nothing else.
  const font = `${Math.round(11 * scale)}px ${getComputedStyle(document.body).fontFamily}`;
  const pen = { colourOf: colours.get, font, scale };
  let told = '';

  const plot = new UPlot(
    {
      width: host.clientWidth,
      height: host.clientHeight,
      legend: { show: false },
      padding: [BAND_NAMES_PX * scale, 8 * scale, 0, 0],
      cursor: {
        y: false,
        // Else it takes a press for the end of a drag, and stops it.
        drag: { x: false, y: false, click: () => undefined },
        bind: unbound,
        points: { size: (_, index) => (lines[index - 1]?.raw ? 0 : 6) },
      },
      scales: {
        x: { time: false },
        y: form.log
          ? { distr: 3, log: 10, range: (_, min, max) => lossRange(min, max) }
          : { range: (_, min, max) => linearRange(min, max) },
      },
      axes: curveAxes({ log: form.log, font, scale, colourOf: colours.get }),
      series: [{}, ...lines.map((line) => seriesOptions(line, colours.get, scale))],
      hooks: {
        drawAxes: [(chart) => drawBands(chart, curves()[0] ?? [], scaleName, pen)],
        draw: [
          (chart) => {
            const area = areaOf(chart, host);
            drawMarks(chart, marks(area), pen);
            const key = JSON.stringify(area);
            if (key === told) return;
            told = key;
            onArea(area);
          },
        ],
      },
    },
    alignCurves(curves(), lines, form),
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

function seriesOptions(
  { series: { kind, layer }, colour, of, raw = false }: CurveLine,
  colourOf: (css: string) => string,
  scale: number,
): UPlot.Series {
  // The same layer may be read for both; another run is dotted, since its colours are the same.
  const dash = of > 0 ? [2, 3] : kind === 'content' && layer !== null && !raw ? [6, 4] : undefined;
  return {
    stroke: () => colourOf(raw ? `color-mix(in oklab, ${colour} 30%, transparent)` : colour),
    width: (kind === 'total' && !raw ? 2 : 1.5) * scale,
    dash: dash?.map((length) => length * scale * devicePixelRatio),
    points: { show: false },
  };
}

function areaOf(chart: UPlot, host: HTMLElement): PlotArea {
  const { left, top, width, height } = chart.over.getBoundingClientRect();
  const outer = host.getBoundingClientRect();
  const { min = 0, max = 1 } = chart.scales.x!;
  return { left: left - outer.left, top: top - outer.top, width, height, from: min, to: max };
}

/** How much larger than usual text is on this page. */
function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
}
