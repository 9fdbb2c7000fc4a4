import type { CurvePoint } from '../../server/protocol/curves';

/** What the chart shows the loss by: the kinds of terms, or every layer for itself. */
export type CurveView = 'kinds' | 'layers';

const kinds = ['total', 'content', 'style', 'tv'] as const;
type Kind = (typeof kinds)[number];

/** One curve of the chart. */
export interface Series {
  /** `total`, `content`, `style`, `tv`, or `content:LAYER` and `style:LAYER`. */
  readonly key: string;
  readonly kind: Kind;
  /** The layer that it is of; `null` for a whole kind. */
  readonly layer: string | null;
  /** As CSS understands it, custom properties included. */
  readonly colour: string;
}

const kindColours: Readonly<Record<Kind, string>> = {
  total: 'var(--ink)',
  content: 'var(--curve-content)',
  style: 'var(--curve-style)',
  tv: 'var(--curve-tv)',
};

const kindSeries: readonly Series[] = kinds.map((kind) => ({
  key: kind,
  kind,
  layer: null,
  colour: kindColours[kind],
}));

/** Whether the points tell the loss layer by layer; old curves do not. */
export function hasLayers(points: readonly CurvePoint[]): boolean {
  return points.some(({ terms }) => Object.keys(terms).length > 0);
}

/** The curves of a view: the total first, then in the order of the network. Layers that were steered away stay. */
export function seriesOf(view: CurveView, points: readonly CurvePoint[]): readonly Series[] {
  if (view === 'kinds') return kindSeries;
  const names = new Set(points.flatMap(({ terms }) => Object.keys(terms)));
  return kinds.flatMap((kind) => {
    if (kind === 'total' || kind === 'tv') return kindSeries.filter((series) => series.kind === kind);
    return [...names]
      .filter((name) => name.startsWith(`${kind}:`))
      .sort()
      .map((key) => {
        const layer = key.slice(kind.length + 1);
        return { key, kind, layer, colour: layerColour(layer) };
      });
  });
}

/** A hue for each block of the network; within one, later convolutions are closer to the ink. */
function layerColour(layer: string): string {
  const [, block = '1', convolution = '1'] = /^block([1-5])_conv(\d+)$/.exec(layer) ?? [];
  const part = Math.max(40, 100 - 20 * (Number(convolution) - 1));
  return `color-mix(in oklab, var(--curve-block${block}) ${part}%, var(--ink))`;
}

/** The weighted loss of a series at a point; `undefined` where the point does not have it. */
export function valueAt(point: CurvePoint, series: Series): number | undefined {
  return series.layer === null ? point[series.kind] : point.terms[series.key];
}

/** Decades below the greatest value that the chart still shows: a term that starts at nearly 0 must not flatten the rest. */
const SHOWN_RATIO = 1e-4;

/** Bounds of a logarithmic axis that shows values from `min` to `max` with a little room. */
export function lossRange(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null || !(max > 0)) return [0.1, 1];
  return [Math.max(min, max * SHOWN_RATIO) / 1.3, max * 1.3];
}

/** Bounds of an axis in equal steps that shows values from `min` to `max`; a loss is never below 0. */
export function linearRange(min: number | null, max: number | null): [number, number] {
  if (min === null || max === null || !(max > 0)) return [0, 1];
  const room = (max - min) * 0.05 || max * 0.05;
  return [Math.max(0, min - room), max + room];
}

/**
 * The places 1 to 9 of every decade from `min` to `max`, both above 0. The library's own start at `min` itself, and
 * from some values on never arrive at `max`.
 */
export function axisSplits(min: number, max: number): number[] {
  const splits: number[] = [];
  for (let exponent = Math.floor(Math.log10(min)); exponent <= Math.log10(max); exponent += 1) {
    for (let digit = 1; digit <= 9; digit += 1) {
      const split = Number(`${digit}e${exponent}`);
      if (split >= min && split <= max) splits.push(split);
    }
  }
  return splits;
}

/** Which of the places on a logarithmic axis get a line and a label: powers of ten, 1, 2 and 5 on a short axis, all on a very short one. */
export function axisLines(splits: readonly number[]): (number | null)[] {
  const digit = (value: number) => Number(value.toExponential(3).split('e')[0]);
  const only = (digits: readonly number[]) =>
    splits.map((value) => (digits.includes(digit(value)) ? value : null));
  const isEnough = (lines: readonly (number | null)[]) => lines.filter((value) => value !== null).length >= 2;
  return [only([1]), only([1, 2, 5])].find(isEnough) ?? [...splits];
}
