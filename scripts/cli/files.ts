import { constants } from 'node:fs';
import { access, readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { toPlanar } from '../../server/images/planar';
import type { PlanarImage } from '../../server/style/image';
import { asUsage, UsageError } from './run-cli';

export interface ReadOptions {
  /** Long side in pixels that the picture is reduced to; by default it keeps its size. */
  readonly maxSide?: number;
  /** Throws where the picture is of no use, before anything heavy is done with it. */
  readonly check?: (picture: PlanarImage) => unknown;
}

/** Decodes a picture file. @throws UsageError, which names the file, where that is not possible */
export async function readPicture(
  file: string,
  { maxSide, check = () => undefined }: ReadOptions = {},
): Promise<PlanarImage> {
  const bytes = await asUsage(
    () => readFile(file),
    (message) => `${file} cannot be read (${message})`,
  );
  const describe = (message: string): string => `${file}: ${message}`;
  const picture = await asUsage(() => toPlanar(bytes, { maxSide }), describe);
  await asUsage(() => check(picture), describe);
  return picture;
}

/**
 * Makes sure, before hours of work, that a result can be written.
 * @throws UsageError, which names the flag
 */
export async function checkWritable(flag: string, file: string): Promise<void> {
  const folder = dirname(resolve(file));
  await asUsage(
    () => access(folder, constants.W_OK),
    (message) => `--${flag}: ${folder} cannot be written to (${message})`,
  );
  const existing = await stat(file).catch(() => undefined);
  if (existing?.isDirectory()) throw new UsageError(`--${flag}: ${file} is a folder`);
}
