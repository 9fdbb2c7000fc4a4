import { describe, expect, it } from 'vitest';
import { computeCommandSchema, computeMessageSchema } from '../../../server/jobs/messages';
import { makeJob } from '../../support/run-jobs';

const outcome = {
  width: 4,
  height: 3,
  png: Uint8Array.of(1, 2),
  checkpoint: new Uint8Array(144),
  progress: { iteration: 3, totalIterations: 9, remainingSeconds: null },
  evaluations: 5,
  converged: true,
};

describe('commands to a compute process', () => {
  it('passes a job on with its bytes as they are', () => {
    const at = { width: 5, height: 2, iteration: 7, seconds: 1.5 };
    const start = { ...at, picture: new Uint8Array(3 * 2 * 5 * 4), format: 'float32', scale: null } as const;
    const initial = { imageId: 'c'.repeat(64), bytes: Uint8Array.of(4, 5), crop: null };
    const job = makeJob({ size: 96 }, { start, initial });
    const parsed = computeCommandSchema.parse({ type: 'start', epoch: 1, job });
    expect(parsed).toEqual({ type: 'start', epoch: 1, job });
  });

  it.each([
    ['no epoch', { type: 'pause' }],
    ['an epoch that was never given out', { type: 'pause', epoch: 0 }],
    ['an unknown command', { type: 'dance', epoch: 1 }],
    ['a job without a style', { type: 'start', epoch: 1, job: makeJob({}, { styles: [] }) }],
    [
      'settings out of bounds',
      { type: 'steer', epoch: 1, settings: { ...makeJob().settings, styleWeight: -1 } },
    ],
    [
      'a start whose pixels do not fit its size',
      {
        type: 'start',
        epoch: 1,
        job: makeJob(
          {},
          {
            start: {
              picture: new Uint8Array(10),
              format: 'float32',
              scale: null,
              width: 5,
              height: 2,
              iteration: 7,
              seconds: 0,
            },
          },
        ),
      },
    ],
  ])('refuses %s', (_, command) => {
    expect(computeCommandSchema.safeParse(command).success).toBe(false);
  });
});

describe('messages of a compute process', () => {
  it.each([
    { type: 'ready', engine: 'onnx (cpu)' },
    { type: 'log', level: 'warn', message: 'hot', details: { celsius: 90 } },
    { type: 'report', epoch: 2, report: { type: 'paused' } },
    {
      type: 'report',
      epoch: 2,
      report: {
        type: 'advice',
        advice: [{ code: 'noise', sentence: 'Speckles.', change: { tvWeight: 3 } }],
      },
    },
    { type: 'report', epoch: 2, report: { type: 'finished', outcome } },
    { type: 'report', epoch: 2, report: { type: 'stopped', outcome: null } },
  ])('understands $type', (message) => {
    expect(computeMessageSchema.parse(message)).toEqual(message);
  });

  it.each([
    ['a report of no run', { type: 'report', report: { type: 'paused' } }],
    [
      'a finished run without a picture',
      { type: 'report', epoch: 2, report: { type: 'finished', outcome: null } },
    ],
    [
      'advice that changes a setting beyond its bounds',
      {
        type: 'report',
        epoch: 2,
        report: {
          type: 'advice',
          advice: [{ code: 'noise', sentence: 'Speckles.', change: { tvWeight: 1000 } }],
        },
      },
    ],
    [
      'bytes that came as numbers',
      { type: 'report', epoch: 2, report: { type: 'finished', outcome: { ...outcome, png: [1, 2] } } },
    ],
  ])('refuses %s', (_, message) => {
    expect(computeMessageSchema.safeParse(message).success).toBe(false);
  });
});
