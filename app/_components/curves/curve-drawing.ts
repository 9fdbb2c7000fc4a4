import type UPlot from 'uplot';
import type { CurvePoint } from '../../../server/protocol/curves';
import { bandLabels, scaleBands } from '../../_lib/curve-bands';

/** A line over the whole height of the curves with a dot at one end. */
export interface PlotMark {
  readonly iteration: number;
  /** As CSS understands it. */
  readonly colour: string;
  readonly dot: 'top' | 'bottom';
}

interface Pen {
  readonly colourOf: (css: string) => string;
  readonly font: string;
  /** All lengths are multiplied by it. */
  readonly scale: number;
}

/** Room above the curves for the names of the bands, in CSS pixels. */
export const BAND_NAMES_PX = 24;
const DOT_PX = 4;
/** How far from the axes the dots of forks are at least, whose labels they would cover. */
export const FORK_INSET_PX = 9;

/**
 * Shades every other scale of a run, and names each above the curves: the loss of another scale is another loss,
 * which explains the jump.
 */
export function drawBands(
  chart: UPlot,
  points: readonly CurvePoint[],
  nameOf: (side: number) => string,
  { colourOf, font, scale }: Pen,
): void {
  const bands = scaleBands(points);
  if (bands.length === 0) return;
  const { ctx, bbox } = chart;
  const pixel = devicePixelRatio * scale;
  const edge = bbox.left + bbox.width;
  const place = (iteration: number) =>
    Math.min(edge, Math.max(bbox.left, Math.round(chart.valToPos(iteration, 'x', true))));
  const placed = bands.map((band, index) => ({
    ...band,
    left: index === 0 ? bbox.left : place(band.from),
    right: index === bands.length - 1 ? edge : place(band.to),
  }));

  ctx.save();
  ctx.fillStyle = colourOf('var(--ink)');
  ctx.globalAlpha = 0.05;
  placed.forEach(({ left, right }, index) => {
    if (index % 2 === 1) ctx.fillRect(left, bbox.top, right - left, bbox.height);
  });
  ctx.globalAlpha = 0.35;
  for (const { left } of placed.slice(1)) ctx.fillRect(left, bbox.top, pixel, bbox.height);

  ctx.globalAlpha = 1;
  ctx.fillStyle = colourOf('var(--muted)');
  ctx.font = canvasFont(font);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  const labels = bandLabels(
    placed,
    ({ side }) => [nameOf(side), String(side)],
    (text) => ctx.measureText(text).width,
    3 * pixel,
  );
  for (const { text, middle } of labels) ctx.fillText(text, middle, bbox.top - 10 * pixel);
  ctx.restore();
}

/** Draws marks over the curves, so that a picture of the chart has them too. */
export function drawMarks(chart: UPlot, marks: readonly PlotMark[], { colourOf, scale }: Pen): void {
  const { ctx, bbox } = chart;
  const pixel = devicePixelRatio * scale;
  ctx.save();
  for (const { iteration, colour, dot } of marks) {
    const x = chart.valToPos(iteration, 'x', true);
    const inside = Math.min(bbox.left + bbox.width, Math.max(bbox.left, x));
    ctx.fillStyle = colourOf(colour);
    ctx.globalAlpha = 0.75;
    ctx.fillRect(inside - pixel / 2, bbox.top, pixel, bbox.height);
    ctx.globalAlpha = 1;
    const y = dot === 'top' ? bbox.top : bbox.top + bbox.height - FORK_INSET_PX * pixel;
    const dotX = dot === 'top' ? inside : Math.max(bbox.left + FORK_INSET_PX * pixel, inside);
    ctx.beginPath();
    ctx.arc(dotX, y, DOT_PX * pixel, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.restore();
}

/** A font whose size is in CSS pixels, in pixels of the canvas. */
function canvasFont(font: string): string {
  return font.replace(/([\d.]+)px/, (_, size: string) => `${Number(size) * devicePixelRatio}px`);
}
