import type { TFunction } from 'i18next';
import type { Run } from '../../server/protocol/runs';

/**
 * What stands on a button that acts on the run that is going: with its number where another run is on the stage, so that
 * nobody stops what they do not see.
 */
export function controlName(
  action: 'pause' | 'resume' | 'stop',
  active: Pick<Run, 'id' | 'number'>,
  shown: Pick<Run, 'id'> | undefined,
  t: TFunction,
): string {
  return shown?.id === active.id ? t(`run.${action}`) : t(`run.${action}Numbered`, { number: active.number });
}
