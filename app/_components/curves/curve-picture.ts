import type { TFunction } from 'i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { Run } from '../../../server/protocol/runs';
import { linesOf, type CurveForm } from '../../_lib/curve-overlay';
import { valueAt, type Series } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';
import type { PlotMark } from './curve-drawing';
import { createCurvePlot, type PlotArea } from './curve-plot';
import { seriesName } from './series-toggle';
import { themeColours } from './theme-colours';

/** Of the picture, in its own pixels, whatever the screen has. */
const WIDTH = 2000;
const HEIGHT = 1000;
const MARGIN = 48;
/** Pixels of the picture for one of the page's. */
const ZOOM = 2;

interface CurvePictureOptions {
  readonly run: Run;
  readonly points: readonly CurvePoint[];
  /** Those that are shown. */
  readonly series: readonly Series[];
  readonly form: CurveForm;
  readonly other: Run | undefined;
  readonly overlaid: readonly CurvePoint[];
  readonly plotMarks: (area: PlotArea) => readonly PlotMark[];
  /** Of the room. */
  readonly title: string;
  readonly t: TFunction;
}

/**
 * The curves as they are shown, with a title and a legend, on the ground of the theme that is in use, as a PNG.
 * @throws where the browser cannot make a picture
 */
export async function curvePicture(options: CurvePictureOptions): Promise<Blob> {
  const { points, series, form, other, overlaid, plotMarks, t } = options;
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const ctx = canvas.getContext('2d')!;
  const host = document.createElement('div');
  document.body.append(host);
  const colours = themeColours(host, () => undefined);
  try {
    ctx.fillStyle = colours.get('var(--ground)');
    ctx.fillRect(0, 0, WIDTH, HEIGHT);
    const top = drawHead(ctx, options, colours.get);

    // The chart's canvas has as many pixels as the screen makes of these.
    const width = WIDTH - 2 * MARGIN;
    const height = HEIGHT - top - MARGIN / 2;
    host.style.cssText = `position:fixed;left:-99999px;top:0;width:${width / devicePixelRatio}px;height:${height / devicePixelRatio}px`;
    const chart = createCurvePlot(host, {
      lines: linesOf(series, { withOther: other !== undefined, smooth: form.smoothing > 0 }),
      form,
      curves: () => (other ? [points, overlaid] : [points]),
      marks: plotMarks,
      scaleName: (side) => t('curves.scale', { size: side }),
      onArea: () => undefined,
      scale: ZOOM / devicePixelRatio,
    });
    try {
      // The library draws in a microtask.
      await new Promise((resolve) => setTimeout(resolve));
      ctx.drawImage(chart.plot.ctx.canvas, MARGIN, top, width, height);
    } finally {
      chart.destroy();
    }
  } finally {
    colours.dispose();
    host.remove();
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG could be made')))),
  );
}

/** @returns where what follows may begin */
function drawHead(
  ctx: CanvasRenderingContext2D,
  { run, points, series, form, other, title, t }: CurvePictureOptions,
  colourOf: (css: string) => string,
): number {
  const { fontFamily } = getComputedStyle(document.body);
  const text = (value: string, x: number, y: number, size: number, weight: number, colour: string) => {
    ctx.font = `${weight} ${size}px ${fontFamily}`;
    ctx.fillStyle = colourOf(colour);
    ctx.fillText(value, x, y);
    return ctx.measureText(value).width;
  };
  text(t('curves.pictureTitle', { title, number: run.number }), MARGIN, 76, 36, 600, 'var(--ink)');
  const notes = [
    t(form.log ? 'curves.axisNote.log' : 'curves.axisNote.linear'),
    ...(form.smoothing > 0 ? [t('curves.pictureSmoothing', { weight: form.smoothing })] : []),
    ...(other ? [t('curves.pictureOther', { number: other.number })] : []),
  ];
  text(notes.join(' · '), MARGIN, 116, 22, 400, 'var(--muted)');

  let [x, y] = [MARGIN, 164];
  const last = points.at(-1);
  for (const one of series) {
    const value = last && valueAt(last, one);
    const name = seriesName(one, t);
    const label = value === undefined ? name : `${name} ${formatLoss(value)}`;
    ctx.font = `400 22px ${fontFamily}`;
    const width = 44 + ctx.measureText(label).width;
    if (x > MARGIN && x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + 36];
    ctx.fillStyle = colourOf(one.colour);
    ctx.fillRect(x, y - 9, 30, 4);
    text(label, x + 42, y, 22, 400, 'var(--ink)');
    x += width + 32;
  }
  return y + 20;
}
