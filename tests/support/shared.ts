import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sharedDir = resolve(process.env['ATELIER_SHARED_DIR'] ?? join(import.meta.dirname, '../../../shared'));

/**
 * The path of a file or folder of the reference material (VGG-19's weights, golden values, photographs), or
 * `undefined` where this checkout does not have it beside it. Tests that need it say so with {@link skipReason}.
 */
export function sharedPath(...parts: string[]): string | undefined {
  const path = join(sharedDir, ...parts);
  return existsSync(path) ? path : undefined;
}

/** The text in the title of a test that cannot run here. */
export const skipReason = 'skipped: no reference material (set ATELIER_SHARED_DIR, or put it in ../shared)';
