import { describe, expect, it } from 'vitest';
import { MAX_ACTIVITIES } from '../../../server/protocol/limits';
import type { Role } from '../../../server/protocol/roles';
import type { SettingsPatch } from '../../../server/protocol/settings';
import type { RoomRecord } from '../../../server/rooms/record';
import { transition } from '../../../server/rooms/transition';
import {
  accepted,
  asked,
  context,
  image,
  imageId,
  member,
  NOW,
  room,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

const LATER = context({ now: NOW + 60_000 });

function change(role: Role, patch: SettingsPatch, before: RoomRecord = room(), now = NOW + 1000): RoomRecord {
  return accepted(before, asked(role, { type: 'settings:change', patch }), context({ now })).room;
}
/** Takes back the entry at this place of the list. */
const undo = (before: RoomRecord, index: number, role: Role = 'editor') =>
  asked(role, { type: 'settings:undo', activity: before.activity[index]!.number });
const undone = (before: RoomRecord, index: number) => accepted(before, undo(before, index), LATER).room;

describe('the list of activity', () => {
  it('R65: has who changed which settings, from what to what', () => {
    expect(change('editor', { styleWeight: 3, seed: 5 }).activity).toEqual([
      {
        number: room().revision + 1,
        at: NOW + 1000,
        memberId: member('editor').id,
        memberName: 'editor',
        deed: {
          kind: 'settings',
          changes: [
            { field: 'styleWeight', from: 1, to: 3 },
            { field: 'seed', from: 0, to: 5 },
          ],
        },
      },
    ]);
  });

  it('R65: has a drag of a slider as one change', () => {
    const before = change('editor', { styleWeight: 2 });
    const after = change('editor', { styleWeight: 3 }, before, NOW + 2000);
    expect(after.activity).toMatchObject([
      {
        number: before.revision,
        at: NOW + 2000,
        deed: { changes: [{ field: 'styleWeight', from: 1, to: 3 }] },
      },
    ]);
  });

  it('R65: tells apart what somebody else has changed in between, and what comes later', () => {
    const mine = change('editor', { styleWeight: 2 });
    const theirs = change('owner', { styleWeight: 5 }, mine, NOW + 1500);
    const mineAgain = change('editor', { styleWeight: 3 }, theirs, NOW + 2000);
    const later = change('editor', { styleWeight: 4 }, mineAgain, NOW + 20_000);
    expect(later.activity.map(({ deed }) => (deed.kind === 'settings' ? deed.changes[0] : null))).toEqual([
      { field: 'styleWeight', from: 1, to: 2 },
      { field: 'styleWeight', from: 2, to: 5 },
      { field: 'styleWeight', from: 5, to: 3 },
      { field: 'styleWeight', from: 3, to: 4 },
    ]);
  });

  it('R65: has what else was done, and nothing for what changed nothing', () => {
    const after = roomAfter([
      asked('editor', { type: 'content:set', imageId: imageId('c'), crop: null }),
      asked('editor', { type: 'content:remove', imageId: imageId('c') }),
      asked('editor', { type: 'content:set', imageId: imageId('a'), crop: null }),
      asked('editor', { type: 'style:add', imageId: imageId('c'), crop: null }),
      asked('editor', { type: 'style:move', imageId: imageId('c'), to: 0 }),
      asked('editor', { type: 'style:move', imageId: imageId('c'), to: 0 }),
      asked('editor', { type: 'style:remove', imageId: imageId('c') }),
      asked('owner', { type: 'room:rename', title: 'Dusk' }),
      asked('owner', { type: 'room:rename', title: 'Dusk' }),
      asked('owner', { type: 'room:lock', locked: true }),
      asked('owner', { type: 'member:role', memberId: member('viewer').id, role: 'editor' }),
      asked('owner', { type: 'member:ban', memberId: member('viewer').id }),
      asked('owner', { type: 'member:unban', memberId: member('viewer').id }),
      asked('owner', { type: 'links:rotate', link: 'watch' }),
      { type: 'image-added', memberId: member('editor').id, image: image('e') },
      ...started,
      asked('editor', { type: 'run:stop', runId: RUN_ID }),
    ]);
    expect(after.activity.map(({ deed }) => deed)).toEqual([
      { kind: 'content', imageId: imageId('c') },
      { kind: 'content-removed', imageId: imageId('c') },
      { kind: 'content', imageId: imageId('a') },
      { kind: 'style', imageId: imageId('c'), used: true },
      { kind: 'order', imageId: imageId('c'), place: 0 },
      { kind: 'style', imageId: imageId('c'), used: false },
      { kind: 'title', from: 'A room', to: 'Dusk' },
      { kind: 'lock', locked: true },
      { kind: 'role', memberId: member('viewer').id, name: 'viewer', role: 'editor' },
      { kind: 'ban', memberId: member('viewer').id, name: 'viewer' },
      { kind: 'unban', memberId: member('viewer').id, name: 'viewer' },
      { kind: 'links', link: 'watch' },
      { kind: 'image', imageId: imageId('e') },
      { kind: 'run', runId: RUN_ID, did: 'start' },
      { kind: 'run', runId: RUN_ID, did: 'stop' },
    ]);
    const numbers = after.activity.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  });

  it(`R65: keeps the latest ${MAX_ACTIVITIES}, with their numbers`, () => {
    let state = room();
    for (let seed = 1; seed <= MAX_ACTIVITIES + 3; seed += 1) {
      state = change('editor', { seed }, state, NOW + seed * 10_000);
    }
    expect(state.activity).toHaveLength(MAX_ACTIVITIES);
    expect(state.activity[0]!.number).toBe(room().revision + 4);
  });
});

describe('two people who change settings', () => {
  it('R29: the last one wins per field, and nobody’s other fields are lost', () => {
    const after = roomAfter([
      asked('owner', { type: 'settings:change', patch: { styleWeight: 2, seed: 4 } }),
      asked('editor', { type: 'settings:change', patch: { styleWeight: 3, tvWeight: 2 } }),
    ]);
    expect(after.setup.settings).toMatchObject({ styleWeight: 3, seed: 4, tvWeight: 2 });
  });

  it('R29: of the blend, each picture is a field of its own', () => {
    const after = roomAfter([
      asked('owner', { type: 'style:add', imageId: imageId('c'), crop: null }),
      asked('owner', { type: 'settings:change', patch: { styleBlend: { [imageId('b')]: 2 } } }),
      asked('editor', { type: 'settings:change', patch: { styleBlend: { [imageId('c')]: 3 } } }),
    ]);
    expect(after.setup.settings.styleBlend).toEqual({ [imageId('b')]: 2, [imageId('c')]: 3 });
  });
});

describe('undo', () => {
  it('R66: sets back what a change has set', () => {
    const before = room();
    const after = undone(change('editor', { styleWeight: 3, tvWeight: 0 }, before), 0);
    expect(after.setup.settings).toEqual(before.setup.settings);
    expect(after.activity.at(-1)).toMatchObject({
      deed: {
        kind: 'undo',
        undone: before.revision + 1,
        changes: [{ field: 'styleWeight', from: 3, to: 1 }, { field: 'tvWeight' }],
      },
    });
  });

  it('R66: leaves what somebody has changed since, and everything else', () => {
    const mine = change('editor', { styleWeight: 3, seed: 5 });
    const theirs = change('owner', { styleWeight: 7, iterations: 40 }, mine);
    expect(undone(theirs, 0).setup.settings).toMatchObject({ styleWeight: 7, seed: 0, iterations: 40 });
  });

  it('R66: of the blend, sets back each picture by itself', () => {
    const two = roomAfter([asked('owner', { type: 'style:add', imageId: imageId('c'), crop: null })]);
    const mine = change('editor', { styleBlend: { [imageId('b')]: 2, [imageId('c')]: 3 } }, two);
    const theirs = change('owner', { styleBlend: { [imageId('c')]: 5 } }, mine);
    expect(undone(theirs, 1).setup.settings.styleBlend).toEqual({ [imageId('b')]: 1, [imageId('c')]: 5 });
  });

  it('R66: steers the run that is going, and is on its curve, as any other change', () => {
    const running = change('editor', { styleWeight: 3 }, roomAfter(started));
    const { room: after, effects } = accepted(running, undo(running, 1), LATER);
    expect(effects).toMatchObject([{ type: 'steer-run', runId: RUN_ID, settings: { styleWeight: 1 } }]);
    expect(after.runs[0]!.marks.at(-1)!.changes).toEqual([{ field: 'styleWeight', from: 3, to: 1 }]);
  });

  it('R66: takes back a change of the network with all that came along', () => {
    const before = change('editor', { contentWeight: 0.35 });
    const ready = context({ readyNetworks: ['compact', 'vgg19'], now: NOW + 9000 });
    const other = accepted(
      before,
      asked('editor', { type: 'settings:change', patch: { network: 'vgg19' } }),
      ready,
    ).room;
    expect(undone(other, 1).setup.settings).toEqual(before.setup.settings);
  });

  it('R66: can be taken back itself, once each', () => {
    const back = undone(change('editor', { styleWeight: 3 }), 0);
    expect(transition(back, undo(back, 0), LATER)).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
    expect(undone(back, 1).setup.settings.styleWeight).toBe(3);
  });

  it('R66: is refused where nothing is left of the change, or it is no change of settings, or is not on the list', () => {
    const over = change('owner', { styleWeight: 7 }, change('editor', { styleWeight: 3 }));
    expect(transition(over, undo(over, 0), LATER)).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
    const titled = roomAfter([asked('owner', { type: 'room:rename', title: 'Dusk' })]);
    expect(transition(titled, undo(titled, 0), LATER)).toMatchObject({
      ok: false,
      problem: { code: 'not-found' },
    });
    const unlisted = asked('editor', { type: 'settings:undo', activity: 1 });
    expect(transition(room(), unlisted, LATER)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });
});
