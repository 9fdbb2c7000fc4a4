import { presetsOf } from '../../server/protocol/presets';
import { defaultSettings, type Settings } from '../../server/protocol/settings';
import type { PaintedCell } from './paint-cell';

/** What stands under a picture, line by line: its preset, how long it took, and all that a new room does not have. */
export function captionOf({ cell, outcome }: PaintedCell): string[] {
  const { settings, preset } = cell;
  const name = presetsOf(settings.network).find(({ id }) => id === preset)?.name ?? preset;
  const end = outcome.converged ? ', stopped by itself' : '';
  return [
    name,
    `${outcome.width} × ${outcome.height} px, ${outcome.iterations} iterations${end}, ${outcome.seconds.toFixed(1)} s`,
    `content ${textOf(settings.contentWeight)}, style ${textOf(settings.styleWeight)}, tv ${textOf(settings.tvWeight)}`,
    differences(settings).join(', '),
  ];
}

const SHOWN = new Set<string>(['contentWeight', 'styleWeight', 'tvWeight', 'size', 'iterations', 'network']);

function differences(settings: Settings): string[] {
  const defaults = defaultSettings(settings.network);
  return (Object.keys(settings) as (keyof Settings)[])
    .filter((field) => !SHOWN.has(field))
    .filter((field) => JSON.stringify(settings[field]) !== JSON.stringify(defaults[field]))
    .map((field) => `${field} ${textOf(settings[field])}`);
}

function textOf(value: Settings[keyof Settings]): string {
  // A product of decimal fractions, like a preset's weight, has digits that nobody chose.
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  return typeof value === 'object' && value !== null ? Object.keys(value).join('+') : String(value);
}
