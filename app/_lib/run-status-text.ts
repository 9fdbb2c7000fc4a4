import type { TFunction } from 'i18next';
import { isActive, type Run } from '../../server/protocol/runs';
import { formatEstimate } from './format';

/** What a run is doing, in a sentence; what was asked of it where that has not happened yet. */
export function runStatusText(run: Run, t: TFunction): string {
  const { status } = run;
  if (status.kind === 'queued' && run.wish === 'go' && status.startsInSeconds !== null) {
    const time = formatEstimate(status.startsInSeconds, t);
    return t('run.queuedFor', { position: status.position, time });
  }
  return runAnnouncement(run, t);
}

/** The same without what changes by itself while nothing happens: for being read out. */
export function runAnnouncement({ status, wish, converged }: Run, t: TFunction): string {
  if (isActive(status)) {
    if (wish === 'stop') return t(status.kind === 'queued' ? 'runs.state.cancelling' : 'runs.state.stopping');
    if (status.kind === 'resuming') return t('run.resuming');
    if (wish === 'pause' && status.kind !== 'paused') return t('runs.state.pausing');
    if (wish === 'go' && status.kind === 'paused') return t('runs.state.goingOn');
  }
  if (status.kind === 'queued') return t('run.queued', { position: status.position });
  if (status.kind === 'finished' && converged) return t('run.converged');
  return t(`run.${status.kind}`);
}
