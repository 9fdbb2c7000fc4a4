import { z } from 'zod';
import type { CurvePoint } from '../../protocol/curves';

/**
 * The order of a point's numbers. Curves that are stored have it: a change needs a migration of the data.
 */
const FIELDS = [
  'iteration',
  'seconds',
  'width',
  'height',
  'total',
  'content',
  'style',
  'tv',
] as const satisfies readonly (keyof CurvePoint)[];

/** Of a point at which the shares of the gradient were measured: its place in the curve, and they. */
const SHARES_ROW = 4;

/** A curve as it lies in its table. Numbers are little-endian float64. */
export interface PackedCurve {
  readonly length: number;
  /** The {@link FIELDS} of every point, one point after another. */
  readonly points: Uint8Array<ArrayBuffer>;
  /** The names of the terms change only when somebody steers: each entry holds from its point on, up to the next one. */
  readonly termNames: { from: number; names: string[] }[];
  /** As many of each point as it has names. */
  readonly termValues: Uint8Array<ArrayBuffer>;
  /** `[place, content, style, tv]` of the points at which shares were measured. */
  readonly shares: Uint8Array<ArrayBuffer>;
}

export const termNamesSchema = z.array(
  z.object({ from: z.number().int().nonnegative(), names: z.array(z.string()) }),
) satisfies z.ZodType<PackedCurve['termNames']>;

/**
 * Packs a curve. A fraction of the size of JSON and of the time to read it (5,000 points are opened whenever a room is),
 * and every number comes back exactly, were it NaN.
 */
export function packCurve(points: readonly CurvePoint[]): PackedCurve {
  const termNames: PackedCurve['termNames'] = [];
  points.forEach(({ terms }, from) => {
    const names = Object.keys(terms);
    const last = termNames.at(-1)?.names ?? [];
    if (names.join('\n') !== last.join('\n')) termNames.push({ from, names });
  });
  return {
    length: points.length,
    points: packNumbers(points.flatMap((point) => FIELDS.map((field) => point[field]))),
    termNames,
    termValues: packNumbers(points.flatMap(({ terms }) => Object.values(terms))),
    shares: packNumbers(
      points.flatMap(({ gradientShares: shares }, place) =>
        shares ? [place, shares.content, shares.style, shares.tv] : [],
      ),
    ),
  };
}

/**
 * The reverse of {@link packCurve}.
 * @throws Error where the parts are not those of one curve
 */
export function unpackCurve({
  length,
  points,
  termNames,
  termValues,
  shares,
}: {
  readonly [Part in keyof PackedCurve]: PackedCurve[Part] extends Uint8Array ? Uint8Array : PackedCurve[Part];
}): CurvePoint[] {
  const fields = unpackNumbers(points, length * FIELDS.length);
  const names = namesOfPoints(termNames, length);
  const values = unpackNumbers(
    termValues,
    names.reduce((sum, { length: count }) => sum + count, 0),
  );
  const sharesAt = unpackShares(shares);
  let taken = 0;
  return names.map((own, place) => {
    const at = place * FIELDS.length;
    const scalars = Object.fromEntries(FIELDS.map((field, column) => [field, fields[at + column]!]));
    const terms = Object.fromEntries(own.map((name, index) => [name, values[taken + index]!]));
    taken += own.length;
    return {
      ...(scalars as Record<(typeof FIELDS)[number], number>),
      terms,
      gradientShares: sharesAt.get(place) ?? null,
    };
  });
}

/** The names of every point's terms; none before the first entry. */
function namesOfPoints(termNames: PackedCurve['termNames'], length: number): (readonly string[])[] {
  const names: (readonly string[])[] = Array.from({ length }, () => []);
  for (const { from, names: own } of termNames) names.fill(own, from);
  return names;
}

function unpackShares(bytes: Uint8Array): Map<number, CurvePoint['gradientShares']> {
  const numbers = unpackNumbers(bytes, Math.ceil(bytes.byteLength / 8 / SHARES_ROW) * SHARES_ROW);
  const shares = new Map<number, CurvePoint['gradientShares']>();
  for (let row = 0; row < numbers.length; row += SHARES_ROW) {
    const [place, content, style, tv] = numbers.slice(row, row + SHARES_ROW) as [
      number,
      number,
      number,
      number,
    ];
    shares.set(place, { content, style, tv });
  }
  return shares;
}

function packNumbers(numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(numbers.length * 8);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, index) => view.setFloat64(index * 8, number, true));
  return bytes;
}

function unpackNumbers(bytes: Uint8Array, count: number): number[] {
  if (bytes.byteLength !== count * 8) {
    throw new Error(`${bytes.byteLength} bytes are not ${count} numbers of 8 bytes each`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, index) => view.getFloat64(index * 8, true));
}
