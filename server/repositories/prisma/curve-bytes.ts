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

const POINT_BYTES = FIELDS.length * 8;

/**
 * Packs a curve as little-endian float64. A third of the size of JSON, a hundredth of the time to read (5,000 points
 * are opened whenever a room is), and every number comes back exactly, were it NaN.
 */
export function packCurve(points: readonly CurvePoint[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(points.length * POINT_BYTES);
  const view = new DataView(bytes.buffer);
  points.forEach((point, row) => {
    FIELDS.forEach((field, column) => {
      view.setFloat64(row * POINT_BYTES + column * 8, point[field], true);
    });
  });
  return bytes;
}

/**
 * The reverse of {@link packCurve}.
 * @param length the number of points that were packed
 * @throws Error where the bytes are not those of so many points
 */
export function unpackCurve(bytes: Uint8Array, length: number): CurvePoint[] {
  if (bytes.byteLength !== length * POINT_BYTES) {
    throw new Error(`${bytes.byteLength} bytes are not ${length} points of ${POINT_BYTES} bytes each`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length }, (_, row) => {
    const at = (column: number) => view.getFloat64(row * POINT_BYTES + column * 8, true);
    return Object.fromEntries(FIELDS.map((field, column) => [field, at(column)])) as Record<
      (typeof FIELDS)[number],
      number
    >;
  });
}
