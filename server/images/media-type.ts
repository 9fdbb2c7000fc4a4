import { AppError } from '../errors';

/** The kinds of picture that are accepted, by the names that sharp gives their formats. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif';

const ACCEPTED = 'Atelier takes JPEG, PNG, WebP and AVIF.';

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1'];

/** Other kinds of file that people try, so that the message can say what it is. */
const OTHERS: readonly { readonly name: string; readonly magic: readonly string[] }[] = [
  { name: 'GIF', magic: ['GIF87a', 'GIF89a'] },
  { name: 'TIFF', magic: ['II*\0', 'MM\0*'] },
  { name: 'BMP', magic: ['BM'] },
  { name: 'PDF', magic: ['%PDF-'] },
  { name: 'SVG', magic: ['<svg', '<?xml'] },
  { name: 'Photoshop', magic: ['8BPS'] },
  { name: 'JPEG XL', magic: ['\xff\x0a', '\0\0\0\x0cJXL '] },
  { name: 'JPEG 2000', magic: ['\0\0\0\x0cjP  '] },
];

/**
 * What kind of picture a file is, by its first bytes: its name and the media type that a browser sends say nothing.
 *
 * @throws AppError `unsupported-media-type` where it is none of {@link PictureFormat}, `invalid` where it is empty
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat {
  if (bytes.length === 0) {
    throw new AppError({
      code: 'invalid',
      message: 'picture refused: empty file',
      userMessage: 'This file is empty, so there is no picture in it. Choose another file.',
    });
  }
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'webp';
  const brands = isoBrands(bytes);
  // First: an AVIF may call itself `mif1` and be `avif` only among the compatible brands.
  if (brands.includes('avif') || brands.includes('avis')) return 'avif';
  if (brands.some((brand) => HEIC_BRANDS.includes(brand))) throw unsupported('HEIC', HOW_TO_LEAVE_HEIC);
  const other = OTHERS.find(({ magic }) => magic.some((start) => head.startsWith(start)));
  throw unsupported(other?.name, 'Open the picture in another program and export it as JPEG or PNG.');
}

const HOW_TO_LEAVE_HEIC =
  'To get a JPEG: open the picture on the computer and export it as JPEG. An iPhone takes JPEGs from then on with ' +
  'Settings > Camera > Formats > Most Compatible.';

function unsupported(kind: string | undefined, advice: string): AppError {
  const what =
    kind === undefined ? 'This file is not a picture of a kind that can be read' : `This is a ${kind} file`;
  return new AppError({
    code: 'unsupported-media-type',
    message: `picture refused: ${kind ?? 'unknown kind of file'}`,
    userMessage: `${what}. ${ACCEPTED} ${advice}`,
  });
}

/** The major and compatible brands of an ISO media file (ISO/IEC 14496-12, `ftyp` box); none where it is not one. */
function isoBrands(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 16 || file.toString('latin1', 4, 8) !== 'ftyp') return [];
  const end = Math.min(file.readUInt32BE(0), file.length, 256);
  const brands = [file.toString('latin1', 8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(file.toString('latin1', at, at + 4));
  return brands;
}
