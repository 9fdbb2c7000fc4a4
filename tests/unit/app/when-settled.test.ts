import { describe, expect, it, vi } from 'vitest';
import { createRoomStore } from '../../../app/_lib/room-store';
import { whenSettled } from '../../../app/_lib/when-settled';
import { makeRoom, makeWelcome } from './room-fixtures';

function setUp() {
  const store = createRoomStore();
  store.dispatch({ type: 'welcome', welcome: makeWelcome() });
  const settled = vi.fn();
  const set = (version: number, held = false) =>
    store.dispatch({ type: 'drafted', field: 'seed', value: version, version, held });
  const wait = () => void whenSettled(store).then(settled);
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { store, settled, set, wait, turn };
}

describe('what waits for the settings to be settled', () => {
  it('goes on at once where nothing was set, or a slider is held', async () => {
    const { settled, set, wait, turn } = setUp();
    wait();
    await turn();
    expect(settled).toHaveBeenCalledOnce();
    set(1, true);
    wait();
    await turn();
    expect(settled).toHaveBeenCalledTimes(2);
  });

  it('waits until the room has what was set last, and not for an earlier answer', async () => {
    const { store, settled, set, wait, turn } = setUp();
    const { revision } = store.getState().room!;
    set(1);
    set(2);
    wait();
    store.dispatch({ type: 'acknowledged', versions: { seed: 1 }, revision });
    store.dispatch({ type: 'acknowledged', versions: { seed: 2 }, revision: revision + 1 });
    await turn();
    expect(settled).not.toHaveBeenCalled();
    store.dispatch({ type: 'room', room: makeRoom({ revision: revision + 1 }) });
    await turn();
    expect(settled).toHaveBeenCalledOnce();
  });

  it('goes on where it was refused', async () => {
    const { store, settled, set, wait, turn } = setUp();
    set(1);
    wait();
    const problem = { code: 'invalid', message: 'No.' } as const;
    store.dispatch({ type: 'refused', versions: { seed: 1 }, field: 'seed', problem });
    await turn();
    expect(settled).toHaveBeenCalledOnce();
  });
});
