import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { weightsRefused } from './refused';
import type { Checksum, NetworkVariant } from './network-entry';

/** Hashes a file without holding it in memory. @returns lower-case hex */
export async function hashFile(path: string, algorithm: Checksum['algorithm']): Promise<string> {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * Checks weights files against the registry, each once for as long as it stays the same file (size and time of the
 * last change), so that opening a network again does not read 80 MB again just to hash them.
 */
export class ChecksumVerifier {
  readonly #verified = new Map<string, string>();

  /** @throws AppError `weights-refused` where the file cannot be read, or has another size or checksum */
  async verify(
    path: string,
    expected: { readonly bytes: number; readonly checksum: Checksum },
  ): Promise<void> {
    const stats = await stat(path).catch((error: unknown) => {
      throw weightsRefused(path, 'cannot be read', error);
    });
    if (stats.size !== expected.bytes) {
      throw weightsRefused(path, `has ${stats.size} bytes in place of ${expected.bytes}`);
    }
    const { algorithm, hex } = expected.checksum;
    const stamp = `${stats.size} ${stats.mtimeMs} ${hex}`;
    if (this.#verified.get(path) === stamp) return;
    const found = await hashFile(path, algorithm);
    if (found !== hex) throw weightsRefused(path, `has a wrong checksum (${algorithm} ${found})`);
    this.#verified.set(path, stamp);
  }
}

/**
 * One checksum for a variant's weights, to be kept with a run: that of its file or, where there are several, the
 * sha256 of theirs, one a line.
 */
export function variantChecksum(variant: NetworkVariant): string {
  const sums = variant.files.map(({ checksum }) => `${checksum.algorithm}:${checksum.hex}`);
  if (sums.length === 1) return sums[0];
  return `sha256:${createHash('sha256').update(sums.join('\n')).digest('hex')}`;
}
