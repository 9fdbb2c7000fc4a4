/** A picture as a file. */
export interface EncodedImage {
  readonly bytes: Buffer;
  readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
  readonly width: number;
  readonly height: number;
}
