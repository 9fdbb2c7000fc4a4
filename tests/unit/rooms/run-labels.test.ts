import { describe, expect, it } from 'vitest';
import type { CommandId, RunId } from '../../../server/protocol/ids';
import type { RoomCommand } from '../../../server/rooms/inputs';
import type { RoomRecord } from '../../../server/rooms/record';
import { transition } from '../../../server/rooms/transition';
import {
  accepted,
  asked,
  context,
  finished,
  NOW,
  result,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const CHILD = 'run-00000002' as RunId;
const done = roomAfter(finished);
const rename = (name: string | null): RoomCommand => ({ type: 'run:rename', runId: RUN_ID, name });
const favourite = (on: boolean): RoomCommand => ({ type: 'run:favourite', runId: RUN_ID, favourite: on });
const publish = (published: boolean) => asked('owner', { type: 'run:publish', runId: RUN_ID, published });
const first = ({ runs }: RoomRecord) => runs[0]!;

describe('the name and the star of a run', () => {
  it.each([
    ['is going', roomAfter(started)],
    ['has ended', done],
  ])('R59: are given and taken by editors while it %s, and change nothing else of it', (_when, before) => {
    const { room: marked, effects } = accepted(
      roomAfter([asked('editor', rename('Blue hour'))], before),
      asked('editor', favourite(true)),
    );
    expect(first(marked)).toEqual({ ...first(before), name: 'Blue hour', favourite: true });
    expect(effects).toEqual([]);
    const after = roomAfter([asked('owner', rename(null)), asked('owner', favourite(false))], marked);
    expect(first(after)).toEqual(first(before));
  });

  it('R65: are on the list of activity, with the name before and after', () => {
    const after = roomAfter(
      [
        asked('editor', rename('Dusk')),
        asked('editor', rename('Blue hour')),
        asked('editor', favourite(true)),
      ],
      done,
    );
    expect(after.activity.slice(-3).map(({ memberName, deed }) => [memberName, deed])).toEqual([
      ['editor', { kind: 'run-name', runId: RUN_ID, from: null, to: 'Dusk' }],
      ['editor', { kind: 'run-name', runId: RUN_ID, from: 'Dusk', to: 'Blue hour' }],
      ['editor', { kind: 'favourite', runId: RUN_ID, favourite: true }],
    ]);
  });

  it('R25: are given once, however often the command comes', () => {
    const id = 'command-again' as CommandId;
    const named = roomAfter([asked('editor', rename('Dusk'), id), asked('owner', rename(null))], done);
    expect(accepted(named, asked('editor', rename('Dusk'), id)).room).toBe(named);
  });

  it('that are as they were already put nothing on the list of activity', () => {
    const again = roomAfter([asked('editor', rename(null)), asked('editor', favourite(false))], done);
    expect(again.runs).toBe(done.runs);
    expect(again.activity).toBe(done.activity);
  });

  it('are refused for a run that is not in the room', () => {
    for (const command of [rename('Dusk'), favourite(true)]) {
      const elsewhere = asked('editor', { ...command, runId: CHILD } as RoomCommand);
      expect(transition(done, elsewhere, context())).toMatchObject({
        ok: false,
        problem: { code: 'not-found', field: 'runId' },
      });
    }
  });

  it('R59: stay with a run that goes on, and not with one that was forked from it', () => {
    const marked = roomAfter([asked('editor', rename('Dusk')), asked('editor', favourite(true))], done);
    const fork = asked('editor', {
      type: 'run:fork',
      from: { runId: RUN_ID, iteration: 300 },
      iterations: 5,
    });
    const [parent, child] = accepted(marked, fork, context({ freshRunId: CHILD })).room.runs;
    expect(parent).toMatchObject({ name: 'Dusk', favourite: true });
    expect(child).toMatchObject({ name: null, favourite: false });
    const going = asked('editor', { type: 'run:continue', runId: RUN_ID, iterations: 5 });
    expect(first(roomAfter([going], marked))).toMatchObject({ name: 'Dusk', favourite: true });
  });
});

describe('the place of a run in the gallery', () => {
  it('R86: is the moment when it was published, until it is taken back', () => {
    const listed = accepted(done, publish(true), context({ now: NOW + 5000 })).room;
    expect(first(listed)).toMatchObject({ published: true, listedAt: NOW + 5000 });
    // Published already: it keeps its place.
    const again = accepted(listed, publish(true), context({ now: NOW + 9000 })).room;
    expect(first(again)).toBe(first(listed));
    expect(first(roomAfter([publish(false)], listed))).toMatchObject({ published: false, listedAt: null });
  });

  it('R86: is lost with another result than the published one, and kept with none', () => {
    const going = roomAfter(
      [publish(true), asked('editor', { type: 'run:continue', runId: RUN_ID, iterations: 50 })],
      done,
    );
    const { listedAt } = first(going);
    expect(listedAt).not.toBeNull();
    const ended = (next: typeof result | null) =>
      first(
        roomAfter(
          [{ type: 'run-ended', runId: RUN_ID, how: 'stopped', result: next, converged: false }],
          going,
        ),
      );
    expect(ended({ ...result, png: 'another' }).listedAt).toBeNull();
    expect(ended(null).listedAt).toBe(listedAt);
  });
});
