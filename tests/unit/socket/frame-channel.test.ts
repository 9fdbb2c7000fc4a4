import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../server/protocol/ids';
import { FrameChannel } from '../../../server/socket/frame-channel';
import { fakeFrame } from '../../support/fake-run-queue';

const RUN = 'run-a' as RunId;
const NEXT = 'run-b' as RunId;

function channel() {
  const sent: { label: string; acknowledge: () => void }[] = [];
  const frames = new FrameChannel(({ runId, iteration }, _bytes, acknowledge) => {
    sent.push({ label: `${runId}:${iteration}`, acknowledge });
  });
  return {
    frames,
    labels: () => sent.map(({ label }) => label),
    acknowledge: () => sent.at(-1)!.acknowledge(),
  };
}

describe('the way of frames to one client', () => {
  it('sends at once where nothing is on its way', () => {
    const { frames, labels } = channel();
    frames.offer(RUN, fakeFrame(1));
    expect(labels()).toEqual(['run-a:1']);
  });

  it('R50: has at most one frame unacknowledged, then sends the latest only', () => {
    const { frames, labels, acknowledge } = channel();
    for (const iteration of [1, 2, 3, 4]) frames.offer(RUN, fakeFrame(iteration));
    expect(labels()).toEqual(['run-a:1']);
    acknowledge();
    expect(labels()).toEqual(['run-a:1', 'run-a:4']);
    acknowledge();
    expect(labels()).toHaveLength(2);
  });

  it('R51: never skips a final frame, also when the next run has begun', () => {
    const { frames, labels, acknowledge } = channel();
    frames.offer(RUN, fakeFrame(1));
    frames.offer(RUN, fakeFrame(9, { final: true }));
    frames.offer(NEXT, fakeFrame(1));
    frames.offer(NEXT, fakeFrame(2));
    acknowledge();
    acknowledge();
    expect(labels()).toEqual(['run-a:1', 'run-a:9', 'run-b:2']);
  });

  it('the final frame of a run that is continued gives way to the newer picture', () => {
    const { frames, labels, acknowledge } = channel();
    frames.offer(RUN, fakeFrame(1));
    frames.offer(RUN, fakeFrame(9, { final: true }));
    frames.offer(RUN, fakeFrame(12));
    acknowledge();
    expect(labels()).toEqual(['run-a:1', 'run-a:12']);
  });
});
