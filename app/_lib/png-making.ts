import { makingSchema, type Making } from '../../server/protocol/making';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Of EXIF. */
const IMAGE_DESCRIPTION = 0x010e;
const ASCII = 2;
/** Far more than settings take. */
const MAX_TEXT_BYTES = 64 * 1024;

/**
 * What a PNG says that it was made with: JSON in the EXIF field `ImageDescription`, where the server writes it.
 * @returns `null` for anything else: other files, other pictures, damaged ones
 */
export function makingIn(bytes: Uint8Array): Making | null {
  const exif = exifOf(bytes);
  const text = exif && descriptionIn(exif);
  if (text === null) return null;
  let described: unknown;
  try {
    described = JSON.parse(text);
  } catch {
    return null; // some other description
  }
  return makingSchema.safeParse(described).data ?? null;
}

/** A chunk of a PNG is its length, its type of four letters, its content and a checksum. */
function exifOf(bytes: Uint8Array): DataView | null {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE.length; at + 12 <= view.byteLength;) {
    const length = view.getUint32(at);
    if (at + 12 + length > view.byteLength) return null;
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === 'eXIf') return new DataView(bytes.buffer, bytes.byteOffset + at + 8, length);
    at += 12 + length;
  }
  return null;
}

/** EXIF is a TIFF: byte order, a number, where its first list of fields is. A field is its tag, type, count and place. */
function descriptionIn(exif: DataView): string | null {
  if (exif.byteLength < 8) return null;
  const littleEndian = exif.getUint16(0) === 0x4949; // `II`; else `MM`
  const list = exif.getUint32(4, littleEndian);
  if (exif.getUint16(2, littleEndian) !== 42 || list + 2 > exif.byteLength) return null;
  const count = exif.getUint16(list, littleEndian);
  for (let index = 0; index < count; index += 1) {
    const field = list + 2 + 12 * index;
    if (field + 12 > exif.byteLength) return null;
    const isDescription =
      exif.getUint16(field, littleEndian) === IMAGE_DESCRIPTION &&
      exif.getUint16(field + 2, littleEndian) === ASCII;
    if (!isDescription) continue;
    const length = exif.getUint32(field + 4, littleEndian);
    const at = exif.getUint32(field + 8, littleEndian);
    if (length > MAX_TEXT_BYTES || at + length > exif.byteLength) return null;
    const text = new TextDecoder().decode(new Uint8Array(exif.buffer, exif.byteOffset + at, length));
    return text.replace(/\0+$/, '');
  }
  return null;
}
