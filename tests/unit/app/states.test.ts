import { describe, expect, it } from 'vitest';
import { connectionNotice, GONE_SECONDS, mayRetry, SLOW_SECONDS } from '../../../app/_lib/connection-notice';
import { i18n } from '../../../app/_lib/i18n';
import { runAnnouncement, runStatusText } from '../../../app/_lib/run-status-text';
import { makeRun } from './room-fixtures';

const problem = { code: 'run-failed', message: 'The computing process crashed.' } as const;

describe('what is said of the connection', () => {
  it('is nothing while there is one', () => {
    expect(connectionNotice('online', true, 0)).toBeNull();
  });

  it('is that a first connection takes long once it does', () => {
    expect(connectionNotice('connecting', false, SLOW_SECONDS - 1)).toBe('connecting');
    expect(connectionNotice('reconnecting', false, SLOW_SECONDS)).toBe('slow');
  });

  it('is what is kept when it breaks, and that the server is gone when it does not come back', () => {
    expect(connectionNotice('reconnecting', true, 0)).toBe('reconnecting');
    expect(connectionNotice('reconnecting', true, GONE_SECONDS)).toBe('gone');
    expect(connectionNotice('stopping', true, 0)).toBe('stopping');
    expect(connectionNotice('stopping', true, GONE_SECONDS)).toBe('gone');
  });

  it('offers to try again only where that can help', () => {
    expect(connectionNotice('offline', true, GONE_SECONDS)).toBe('offline');
    expect(mayRetry('offline')).toBe(false);
    expect(mayRetry('stopping')).toBe(false);
    expect(mayRetry('reconnecting')).toBe(true);
    expect(mayRetry('gone')).toBe(true);
  });
});

describe('what is said of a run', () => {
  it('is its place in the queue, and when it begins where that is foreseen', () => {
    const queued = (startsInSeconds: number | null) =>
      makeRun({ status: { kind: 'queued', position: 2, startsInSeconds } });
    expect(runStatusText(queued(null), i18n.t)).toBe('Waiting, place 2 in the queue');
    expect(runStatusText(queued(200), i18n.t)).toBe(
      'Waiting, place 2 in the queue; begins in about 3 min 20 s',
    );
  });

  it('is what was asked of it until that has happened', () => {
    expect(runStatusText(makeRun({ wish: 'pause' }), i18n.t)).toBe('Pausing…');
    expect(runStatusText(makeRun({ wish: 'stop' }), i18n.t)).toBe('Stopping…');
    expect(runStatusText(makeRun({ status: { kind: 'paused' } }), i18n.t)).toBe('Going on…');
    expect(runStatusText(makeRun({ status: { kind: 'paused' }, wish: 'pause' }), i18n.t)).toBe('Paused');
  });

  it('tells a run that starts again from one that failed, and one that was done early from a whole one', () => {
    expect(runStatusText(makeRun({ status: { kind: 'resuming', problem } }), i18n.t)).toBe('Starting again');
    expect(runStatusText(makeRun({ status: { kind: 'failed', problem } }), i18n.t)).toBe('Failed');
    const finished = makeRun({ status: { kind: 'finished' } });
    expect(runStatusText(finished, i18n.t)).toBe('Finished');
    expect(runStatusText({ ...finished, converged: true }, i18n.t)).toContain('Stopped by itself');
  });

  it('is read out anew only when something happens: neither iterations nor forecasts are part of it', () => {
    const at = (iteration: number, startsInSeconds: number) => [
      runAnnouncement(
        makeRun({ progress: { iteration, totalIterations: 300, remainingSeconds: 9 - iteration } }),
        i18n.t,
      ),
      runAnnouncement(makeRun({ status: { kind: 'queued', position: 1, startsInSeconds } }), i18n.t),
    ];
    expect(at(1, 50)).toEqual(at(2, 40));
  });
});
