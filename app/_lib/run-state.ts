import type { TFunction } from 'i18next';
import { isActive, type Run } from '../../server/protocol/runs';
import { formatEstimate } from './format';

/** What a run is doing, in a word or two; what was asked of it where that has not happened yet. */
export function runStateText({ status, wish, converged }: Run, t: TFunction): string {
  if (isActive(status)) {
    if (wish === 'stop') return t(status.kind === 'queued' ? 'runs.state.cancelling' : 'runs.state.stopping');
    if (status.kind === 'resuming') return t('runs.state.resuming');
    if (wish === 'pause' && status.kind !== 'paused') return t('runs.state.pausing');
    if (wish === 'go' && status.kind === 'paused') return t('runs.state.goingOn');
  }
  if (status.kind === 'queued') {
    const { position, startsInSeconds } = status;
    if (startsInSeconds === null) return t('runs.state.queued', { position });
    return t('runs.state.queuedFor', { position, time: formatEstimate(startsInSeconds, t) });
  }
  if (status.kind === 'finished' && converged) return t('runs.state.converged');
  return t(`run.${status.kind}`);
}
