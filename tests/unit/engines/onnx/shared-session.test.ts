import type { InferenceSession } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { SharedSession } from '../../../../server/engines/onnx/shared-session';

/** Opens nothing, but writes down what it was to open and to release. */
function recorded() {
  const events: string[] = [];
  const shared = new SharedSession(async ([id]) => {
    events.push(`open ${id}`);
    return {
      release: async () => {
        events.push(`release ${id}`);
      },
    } as Partial<InferenceSession> as InferenceSession;
  });
  const graph = (id: number) => () => Uint8Array.of(id);
  return { events, shared, graph };
}

describe('a session that was opened ahead', () => {
  it('is there for who asks for it, and only then the one before goes', async () => {
    const { events, shared, graph } = recorded();
    const first = await shared.acquire('a', graph(1));
    await shared.openAhead('b', graph(2));
    expect(events.splice(0)).toEqual(['open 1', 'open 2']);
    await first.release();
    expect(events).toEqual([]);
    await shared.acquire('b', graph(2));
    expect(events).toEqual(['release 1']);
  });

  it('is not opened where the present one serves, or twice', async () => {
    const { events, shared, graph } = recorded();
    await shared.acquire('a', graph(1));
    await shared.openAhead('a', graph(1));
    await shared.openAhead('b', graph(2));
    await shared.openAhead('b', graph(2));
    expect(events).toEqual(['open 1', 'open 2']);
  });

  it('goes when another is asked for, when another is opened ahead, and with everything else', async () => {
    const { events, shared, graph } = recorded();
    await shared.openAhead('a', graph(1));
    await shared.openAhead('b', graph(2));
    expect(events.splice(0)).toEqual(['open 1', 'release 1', 'open 2']);
    await shared.acquire('c', graph(3));
    expect(events.splice(0)).toEqual(['release 2', 'open 3']);
    await shared.openAhead('d', graph(4));
    await shared.dispose();
    expect(events).toEqual(['open 4', 'release 4']);
  });
});
