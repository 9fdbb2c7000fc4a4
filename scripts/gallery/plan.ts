import { createHash } from 'node:crypto';
import { presetsOf, type PresetId } from '../../server/protocol/presets';
import { defaultSettings, type Settings } from '../../server/protocol/settings';
import { UsageError } from '../cli/run-cli';
import type { GalleryArguments } from './arguments';

/** One picture of the sheet: what it is painted from, and how. */
export interface Cell {
  readonly photograph: string;
  readonly style: string;
  readonly preset: PresetId;
  readonly settings: Settings;
}

/** Every picture that is asked for, row by row: a row a photograph and style, in it the presets. @throws UsageError */
export function planCells(given: GalleryArguments): Cell[] {
  const known = presetsOf(given.network);
  const presets = known.filter(({ id, obstacle }) => given.presets?.includes(id) ?? obstacle === null);
  const refused = presets.find(({ obstacle }) => obstacle !== null);
  if (refused !== undefined) throw new UsageError(`--presets: ${refused.obstacle}`);
  return given.photographs.flatMap((photograph) =>
    given.styles.flatMap((style) =>
      presets.map(({ id, settings }) => ({
        photograph,
        style,
        preset: id,
        settings: { ...defaultSettings(given.network), ...settings, ...given.override },
      })),
    ),
  );
}

/**
 * The name of a picture's files: another one wherever pictures, settings, weights or engine are others, so that what
 * lies there under it need not be painted again.
 */
export function cellName(cell: Cell, made: { readonly checksum: string; readonly engine: string }): string {
  const key = JSON.stringify([cell.settings, made.checksum, made.engine]);
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 12);
  return `${cell.photograph}--${cell.style}--${cell.preset}--${hash}`;
}
