import { describe, expect, it } from 'vitest';
import { Outbox } from '../../../app/_lib/outbox';
import type { Command, CommandRequest } from '../../../server/protocol/commands';
import type { CommandAck } from '../../../server/protocol/events';
import { commandIdSchema } from '../../../server/protocol/ids';
import { MAX_UNANSWERED_COMMANDS } from '../../../server/protocol/limits';
import { imageId, otherImageId, runId } from './room-fixtures';

const say = (text: string): Command => ({ type: 'message:post', text, moment: null });
const ok: CommandAck = { ok: true, revision: 7 };

function setUp() {
  const sent: { request: CommandRequest; answer: (ack: CommandAck) => void }[] = [];
  let count = 0;
  const outbox = new Outbox(
    (request, answered) => sent.push({ request: structuredClone(request), answer: answered }),
    () => commandIdSchema.parse(`command-${++count}`),
  );
  const texts = () => sent.map(({ request: { command } }) => 'text' in command && command.text);
  return { sent, outbox, texts };
}

describe('what a page asks of its room', () => {
  it('R7: waits until the room listens, and is sent in its order', async () => {
    const { outbox, sent, texts } = setUp();
    const answers = [outbox.send(say('one')), outbox.send(say('two'))];
    expect(sent).toEqual([]);
    outbox.open();
    expect(texts()).toEqual(['one', 'two']);
    for (const { answer } of sent) answer(ok);
    expect(await Promise.all(answers)).toEqual([ok, ok]);
  });

  it('R7: is sent again with the same ids, in its order and before anything newer, where it has no answer', async () => {
    const { outbox, sent, texts } = setUp();
    outbox.open();
    const first = outbox.send(say('one'));
    const second = outbox.send(say('two'));
    const third = outbox.send(say('three'));
    sent[1]!.answer(ok);
    outbox.pause();
    const fourth = outbox.send(say('four'));
    expect(texts()).toEqual(['one', 'two', 'three']);
    outbox.open();
    expect(texts()).toEqual(['one', 'two', 'three', 'one', 'three', 'four']);
    expect(sent[3]!.request).toEqual(sent[0]!.request);
    expect(sent[4]!.request).toEqual(sent[2]!.request);

    for (const { answer } of sent.slice(3)) answer(ok);
    // The answer that the first connection still owed comes after all: nothing hears of it twice.
    sent[0]!.answer({ ok: false, problem: { code: 'internal', message: 'too late' } });
    expect(await Promise.all([first, second, third, fourth])).toEqual([ok, ok, ok, ok]);
    outbox.pause();
    outbox.open();
    expect(sent).toHaveLength(6);
  });

  it('R7: is never more on its way than the server remembers, however much waits', () => {
    const { outbox, sent, texts } = setUp();
    outbox.open();
    const all = Array.from({ length: MAX_UNANSWERED_COMMANDS + 8 }, (_, index) => `message ${index}`);
    for (const text of all) void outbox.send(say(text));
    expect(sent).toHaveLength(MAX_UNANSWERED_COMMANDS);
    outbox.pause();
    outbox.open();
    expect(sent).toHaveLength(2 * MAX_UNANSWERED_COMMANDS);
    for (let index = MAX_UNANSWERED_COMMANDS; index < sent.length; index++) sent[index]!.answer(ok);
    expect(texts().slice(MAX_UNANSWERED_COMMANDS)).toEqual(all);
  });

  it('R7: joins changes of settings that wait, by field and in the blend by picture, and nothing over another command', async () => {
    const { outbox, sent } = setUp();
    const change = (patch: Extract<Command, { type: 'settings:change' }>['patch']) =>
      outbox.send({ type: 'settings:change', patch });
    const answers = [
      change({ styleWeight: 1, styleBlend: { [imageId]: 2 } }),
      change({ styleWeight: 3, seed: 4 }),
      change({ styleBlend: { [otherImageId]: 5 } }),
      outbox.send({ type: 'run:stop', runId }),
      change({ styleWeight: 6 }),
    ];
    outbox.open();
    expect(sent.map(({ request }) => request.command)).toEqual([
      {
        type: 'settings:change',
        patch: { styleWeight: 3, seed: 4, styleBlend: { [imageId]: 2, [otherImageId]: 5 } },
      },
      { type: 'run:stop', runId },
      { type: 'settings:change', patch: { styleWeight: 6 } },
    ]);
    // What was sent may have been done: it stays as it is.
    outbox.pause();
    answers.push(change({ styleWeight: 7 }));
    outbox.open();
    expect(sent.slice(3).map(({ request }) => request)).toEqual([
      ...sent.slice(0, 3).map(({ request }) => request),
      { id: sent[6]!.request.id, command: { type: 'settings:change', patch: { styleWeight: 7 } } },
    ]);
    for (const { answer } of sent.slice(3)) answer(ok);
    expect(await Promise.all(answers)).toEqual(answers.map(() => ok));
  });

  it('R7: gets the reason where the room lets this browser in no more, sent or not, also what is asked later', async () => {
    const { outbox, sent } = setUp();
    outbox.open();
    const onItsWay = outbox.send(say('one'));
    outbox.pause();
    const waiting = outbox.send(say('two'));
    const problem = { code: 'forbidden' as const, message: 'You were removed from this room.' };
    outbox.refuse(problem);
    const later = outbox.send(say('three'));
    const refusal = { ok: false, problem };
    expect(await Promise.all([onItsWay, waiting, later])).toEqual([refusal, refusal, refusal]);
    expect(sent).toHaveLength(1);
  });
});
