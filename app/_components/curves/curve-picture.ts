import type { TFunction } from 'i18next';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { Run } from '../../../server/protocol/runs';
import { linesOf, type CurveForm } from '../../_lib/curve-overlay';
import { valueAt, type Series } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';
import { runInSentence } from '../../_lib/run-title';
import type { PlotMark } from './curve-drawing';
import { createCurvePlot, type PlotArea } from './curve-plot';
import { seriesName } from './series-toggle';
import { themeColours } from './theme-colours';

/** Of the picture, in its own pixels, whatever the screen has. */
const WIDTH = 2000;
const HEIGHT = 1000;
const MARGIN = 48;
const MAX_EDITS = 6;
/** Pixels of the picture for one of the page's. */
const ZOOM = 2;

/** The curves of a run as the page shows them. */
export interface ShownCurves {
  readonly run: Run;
  readonly points: readonly CurvePoint[];
  /** Those that are shown. */
  readonly series: readonly Series[];
  readonly form: CurveForm;
  /** The one that is laid over. */
  readonly other: Run | undefined;
  readonly overlaid: readonly CurvePoint[];
  readonly plotMarks: (area: PlotArea) => readonly PlotMark[];
}

interface CurvePictureOptions extends ShownCurves {
  /** What was changed on the way, in words and in the member's colour. */
  readonly edits: readonly { readonly text: string; readonly colour: string }[];
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
  { run, points, series, form, other, edits, title, t }: CurvePictureOptions,
  colourOf: (css: string) => string,
): number {
  const { fontFamily } = getComputedStyle(document.body);
  const text = (value: string, x: number, y: number, size: number, weight: number, colour: string) => {
    ctx.font = `${weight} ${size}px ${fontFamily}`;
    ctx.fillStyle = colourOf(colour);
    ctx.fillText(value, x, y, WIDTH - 2 * MARGIN);
  };
  text(t('curves.pictureTitle', { title, run: runInSentence(run, t) }), MARGIN, 76, 36, 600, 'var(--ink)');
  const notes = [
    t(form.log ? 'curves.axisNote.log' : 'curves.axisNote.linear'),
    ...(form.smoothing > 0 ? [t('curves.pictureSmoothing', { weight: form.smoothing })] : []),
    ...(other ? [t('curves.pictureOther', { run: runInSentence(other, t) })] : []),
  ];
  text(notes.join(' · '), MARGIN, 116, 22, 400, 'var(--muted)');

  const last = points.at(-1);
  const curves = series.map((one) => {
    const value = last && valueAt(last, one);
    const name = seriesName(one, t);
    return { text: value === undefined ? name : `${name} ${formatLoss(value)}`, colour: one.colour };
  });
  let y = drawKey(ctx, curves, 164, (x, at) => ctx.fillRect(x, at - 9, 30, 4), colourOf);
  if (edits.length > 0) {
    y = drawKey(
      ctx,
      shortened(edits, t),
      y + 36,
      (x, at) => {
        ctx.beginPath();
        ctx.arc(x + 22, at - 7, 8, 0, 2 * Math.PI);
        ctx.fill();
      },
      colourOf,
    );
  }
  return y + 20;
}

interface KeyEntry {
  readonly text: string;
  readonly colour: string;
}

/** The first edits, and how many more there are: the curve has to have room as well. */
function shortened(edits: readonly KeyEntry[], t: TFunction): readonly KeyEntry[] {
  const more = edits.length - MAX_EDITS;
  if (more <= 0) return edits;
  return [
    ...edits.slice(0, MAX_EDITS),
    { text: t('curves.moreEdits', { count: more }), colour: 'var(--muted)' },
  ];
}

/**
 * Entries side by side, with what stands for them before each, in as many lines as they need.
 * @returns where the last line is
 */
function drawKey(
  ctx: CanvasRenderingContext2D,
  entries: readonly KeyEntry[],
  top: number,
  drawSign: (x: number, y: number) => void,
  colourOf: (css: string) => string,
): number {
  let [x, y] = [MARGIN, top];
  ctx.font = `400 22px ${getComputedStyle(document.body).fontFamily}`;
  for (const { text, colour } of entries) {
    const width = 42 + ctx.measureText(text).width;
    if (x > MARGIN && x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + 36];
    ctx.fillStyle = colourOf(colour);
    drawSign(x, y);
    ctx.fillStyle = colourOf('var(--ink)');
    ctx.fillText(text, x + 42, y, WIDTH - MARGIN - x - 42);
    x += width + 34;
  }
  return y;
}
