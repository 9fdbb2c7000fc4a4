import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRoomStore } from '../../../app/_lib/room-store';
import { settingOf } from '../../../app/_lib/room-selectors';
import { createSettingsEditor } from '../../../app/_lib/settings-editor';
import type { Command } from '../../../server/protocol/commands';
import type { CommandAck } from '../../../server/protocol/events';
import { SLIDER_INTERVAL_MS } from '../../../server/protocol/limits';
import { imageId, makeWelcome, otherImageId } from './room-fixtures';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(answer: CommandAck = { ok: true, revision: 1 }) {
  const sent: Command[] = [];
  const problems: string[] = [];
  const store = createRoomStore();
  store.dispatch({ type: 'welcome', welcome: makeWelcome() });
  const send = (command: Command) => {
    sent.push(command);
    return Promise.resolve(answer);
  };
  const editor = createSettingsEditor(store, send, (problem) => problems.push(problem.message));
  return { sent, problems, store, editor };
}

describe('the settings editor', () => {
  it('sends the first change at once, then at most one in the interval, and always the last', async () => {
    const { sent, editor } = setUp();
    for (let step = 1; step <= 30; step++) {
      editor.change({ styleWeight: step }, { held: true });
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(SLIDER_INTERVAL_MS);
    const weights = sent.map((command) =>
      command.type === 'settings:change' ? command.patch.styleWeight : undefined,
    );
    expect(weights[0]).toBe(1);
    expect(weights.at(-1)).toBe(30);
    expect(sent.length).toBeLessThanOrEqual(5);
  });

  it('lets no other command overtake a change that waits', async () => {
    const { sent, editor } = setUp();
    editor.change({ size: 192 });
    editor.change({ iterations: 30 });
    expect(sent).toHaveLength(1);
    editor.flush();
    expect(sent.at(-1)).toEqual({ type: 'settings:change', patch: { iterations: 30 } });
    editor.flush();
    await vi.advanceTimersByTimeAsync(2 * SLIDER_INTERVAL_MS);
    expect(sent).toHaveLength(2);
  });

  it('joins changes of different settings, and of the blend image by image', async () => {
    const { sent, editor } = setUp();
    editor.change({ size: 256 });
    editor.change({ styleBlend: { [imageId]: 2 } });
    editor.change({ styleBlend: { [otherImageId]: 3 }, seed: 7 });
    await vi.advanceTimersByTimeAsync(SLIDER_INTERVAL_MS);
    expect(sent.at(-1)).toEqual({
      type: 'settings:change',
      patch: { styleBlend: { [imageId]: 2, [otherImageId]: 3 }, seed: 7 },
    });
  });

  it('does not send what is out of bounds, and says so at the field', () => {
    const { sent, store, editor } = setUp();
    editor.change({ size: 5000 });
    expect(sent).toEqual([]);
    expect(settingOf(store.getState(), 'size')).toBe(512);
    expect(store.getState().fieldProblems.size?.message).toContain('from 64 to 2048');
  });

  it('shows a refusal at the field that the server names, else as a message', async () => {
    const atField = setUp({
      ok: false,
      problem: { code: 'invalid', message: 'no', field: 'patch.iterations' },
    });
    atField.editor.change({ iterations: 10 });
    await vi.advanceTimersByTimeAsync(0);
    expect(atField.store.getState().fieldProblems.iterations?.message).toBe('no');
    expect(settingOf(atField.store.getState(), 'iterations')).toBe(300);
    expect(atField.problems).toEqual([]);

    const elsewhere = setUp({ ok: false, problem: { code: 'unavailable', message: 'later' } });
    elsewhere.editor.change({ iterations: 10 });
    await vi.advanceTimersByTimeAsync(0);
    expect(elsewhere.problems).toEqual(['later']);
  });
});
