import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../server/protocol/ids';
import { MAX_STYLE_IMAGES } from '../../../server/protocol/limits';
import { defaultSettings } from '../../../server/protocol/settings';
import type { RoomInput } from '../../../server/rooms/inputs';
import { startOf } from '../../../server/rooms/run-moments';
import { transition } from '../../../server/rooms/transition';
import {
  accepted,
  asked,
  context,
  finished,
  image,
  imageId,
  member,
  NOW,
  result,
  room,
  roomAfter,
  RUN_ID,
  started,
} from '../../support/rooms';

describe('revision', () => {
  it('R21: is raised by one by a change, which is dated', () => {
    const { room: after } = accepted(room(), asked('owner', { type: 'settings:change', patch: { seed: 5 } }));
    expect(after).toMatchObject({ revision: 8, updatedAt: NOW + 1000 });
  });

  it('R20: stays where nothing changes: the same object comes back', () => {
    const before = roomAfter(started);
    const late: RoomInput = { type: 'run-queued', runId: RUN_ID, position: 3, startsInSeconds: 9 };
    const { room: after, effects } = accepted(before, late);
    expect(after).toBe(before);
    expect(effects).toEqual([]);
  });

  it('R26: a refusal changes nothing', () => {
    const before = room();
    const copy = structuredClone(before);
    transition(before, asked('viewer', { type: 'run:start' }), context());
    expect(before).toEqual(copy);
  });
});

describe('members', () => {
  const enter = (role: 'owner' | 'editor' | 'viewer', id: string) =>
    ({ type: 'member-entered', memberId: id as MemberId, personId: `p-${id}`, role }) as const;

  it('come in without a name and with a colour', () => {
    const { room: after } = accepted(room(), enter('viewer', 'newcomer-1'));
    expect(after.members.at(-1)).toMatchObject({ id: 'newcomer-1', role: 'viewer', name: null });
    expect(after.members.at(-1)!.colour).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('have colours of their own as long as there are any, also where somebody has gone', () => {
    const colours = (state: ReturnType<typeof room>) => state.members.map(({ colour }) => colour);
    const four = roomAfter(
      ['newcomer-1', 'newcomer-2', 'newcomer-3'].map((id) => enter('viewer', id)),
      room({ members: [member('owner', { colour: '#e0695a' })] }),
    );
    const remove = asked('owner', { type: 'member:remove', memberId: 'newcomer-1' as MemberId });
    const after = roomAfter([remove, enter('viewer', 'newcomer-4'), enter('viewer', 'newcomer-5')], four);
    expect(new Set(colours(after)).size).toBe(5);
  });

  it('in a full room, take the place of one who never said a name, and of nobody else', () => {
    const crowd = Array.from({ length: 500 }, (_, index) =>
      member('viewer', { id: `viewer-${index}` as MemberId, name: index === 7 ? null : 'V' }),
    );
    const { room: after } = accepted(room({ members: crowd }), enter('viewer', 'newcomer-1'));
    expect(after.members).toHaveLength(500);
    expect(after.members.some(({ id }) => id === 'viewer-7')).toBe(false);
    const named = room({ members: crowd.map((other) => ({ ...other, name: 'V' })) });
    expect(transition(named, enter('viewer', 'newcomer-1'), context())).toMatchObject({
      ok: false,
      problem: { code: 'quota' },
    });
  });

  it('are raised by a better link', () => {
    const { room: after } = accepted(room(), enter('editor', member('viewer').id));
    expect(after.members.find(({ id }) => id === member('viewer').id)?.role).toBe('editor');
  });

  it('are not lowered by a lesser link', () => {
    const before = room();
    expect(accepted(before, enter('viewer', member('owner').id)).room).toBe(before);
  });

  it('have a name of 1 to 40 characters', () => {
    const long = asked('viewer', { type: 'member:rename', name: 'x'.repeat(41) });
    expect(transition(room(), long, context())).toMatchObject({
      ok: false,
      problem: { code: 'invalid', field: 'name' },
    });
  });
});

describe('pictures', () => {
  it('cannot be used before they are uploaded', () => {
    const outcome = transition(
      room(),
      asked('owner', { type: 'content:set', imageId: imageId('f'), crop: null }),
      context(),
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  });

  it('are refused where the part in use is narrower than 1:8', () => {
    const crop = { x: 0, y: 0, width: 1, height: 0.1 };
    const outcome = transition(
      room(),
      asked('owner', { type: 'content:set', imageId: imageId('a'), crop }),
      context(),
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'invalid', field: 'crop' } });
  });

  describe('the content image', () => {
    const remove = (letter: string) => asked('editor', { type: 'content:remove', imageId: imageId(letter) });

    it('R76: is removed from the setup; a run that is going keeps its own, and the next is refused', () => {
      const after = roomAfter([...started, remove('a')]);
      expect(after.setup.content).toBeNull();
      expect(after.runs[0]!.content.imageId).toBe(imageId('a'));
      expect(
        transition(roomAfter([remove('a')]), asked('editor', { type: 'run:start' }), context()),
      ).toMatchObject({
        ok: false,
        problem: { code: 'conflict', field: 'content' },
      });
    });

    it('R76: once removed, keeps runs from being forked, and none that is over from going on with its own', () => {
      const over = roomAfter([...finished, remove('a')]);
      const fork = { type: 'run:fork', from: { runId: RUN_ID, iteration: 300 }, iterations: 10 } as const;
      expect(transition(over, asked('editor', fork), context())).toMatchObject({
        ok: false,
        problem: { code: 'conflict', field: 'content' },
      });
      const more = asked('editor', { type: 'run:continue', runId: RUN_ID, iterations: 10 });
      const { room: after } = accepted(over, more);
      expect(after.runs[0]!.content.imageId).toBe(imageId('a'));
      expect(after.setup.content).toBeNull();
    });

    it('R76: stays where somebody has put another one in its place', () => {
      const replaced = roomAfter([
        asked('owner', { type: 'content:set', imageId: imageId('c'), crop: null }),
      ]);
      expect(transition(replaced, remove('a'), context())).toMatchObject({
        ok: false,
        problem: { code: 'not-found', field: 'imageId' },
      });
    });
  });

  it('a style picture that is added again changes its crop and stays one', () => {
    const crop = { x: 0.1, y: 0.1, width: 0.5, height: 0.5 };
    const { room: after } = accepted(
      room(),
      asked('owner', { type: 'style:add', imageId: imageId('b'), crop }),
    );
    expect(after.setup.styles).toEqual([{ imageId: imageId('b'), crop }]);
  });

  it('a style picture that is removed takes its blend weight along', () => {
    const { room: after } = accepted(
      roomAfter([
        asked('owner', { type: 'style:add', imageId: imageId('c'), crop: null }),
        asked('owner', { type: 'settings:change', patch: { styleBlend: { [imageId('c')]: 2 } } }),
      ]),
      asked('owner', { type: 'style:remove', imageId: imageId('c') }),
    );
    expect(after.setup.styles).toHaveLength(1);
    expect(after.setup.settings.styleBlend).toEqual({});
  });

  describe('the order of the style pictures', () => {
    const three = room({
      setup: {
        ...room().setup,
        styles: ['b', 'c', 'd'].map((letter) => ({ imageId: imageId(letter), crop: null })),
        settings: { ...defaultSettings('compact'), styleBlend: { [imageId('c')]: 3 } },
      },
    });
    const move = (letter: string, to: number) =>
      asked('editor', { type: 'style:move', imageId: imageId(letter), to });
    const order = ({ setup }: typeof three) => setup.styles.map((style) => style.imageId.at(0));

    it.each([
      ['d', 0, 'dbc'],
      ['b', 1, 'cbd'],
      ['b', 2, 'cdb'],
      ['c', 5, 'bdc'],
    ])('R75: %s goes to place %i, and the others keep theirs: %s', (letter, to, expected) => {
      const { room: after, effects } = accepted(three, move(letter, to));
      expect(order(after).join('')).toBe(expected);
      expect(after.setup.settings).toBe(three.setup.settings);
      expect(effects).toEqual([]);
    });

    it('R75: staying where it is changes nothing', () => {
      expect(accepted(three, move('d', 5)).room.setup).toBe(three.setup);
    });

    it('R75: one that is not in use is refused', () => {
      expect(transition(three, move('a', 0), context())).toMatchObject({
        ok: false,
        problem: { code: 'not-found', field: 'imageId' },
      });
    });

    it('R75: the run that is going keeps its own', () => {
      const running = roomAfter(started, three);
      const { room: after } = accepted(running, move('d', 0));
      expect(after.runs).toBe(running.runs);
    });
  });

  it(`at most ${MAX_STYLE_IMAGES} styles are blended`, () => {
    const letters = ['0', '1', '2', '3', '4', '5'];
    const full = room({
      images: [image('a'), ...letters.map((letter) => image(letter)), image('9')],
      setup: { ...room().setup, styles: letters.map((letter) => ({ imageId: imageId(letter), crop: null })) },
    });
    expect(
      transition(full, asked('owner', { type: 'style:add', imageId: imageId('9'), crop: null }), context()),
    ).toMatchObject({ ok: false, problem: { code: 'quota' } });
  });

  it('the same picture twice is one image', () => {
    const before = room();
    const again = { type: 'image-added', memberId: member('editor').id, image: image('a') } as const;
    expect(accepted(before, again).room).toBe(before);
  });

  it('a room has a quota, and what is over it changes nothing', () => {
    const big = {
      type: 'image-added',
      memberId: member('editor').id,
      image: image('9', { bytes: 2 ** 30 }),
    } as const;
    expect(transition(room(), big, context())).toMatchObject({ ok: false, problem: { code: 'quota' } });
  });

  it('viewers cannot add any', () => {
    const added = { type: 'image-added', memberId: member('viewer').id, image: image('9') } as const;
    expect(transition(room(), added, context())).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
  });
});

describe('settings', () => {
  it('layers that the network lacks are refused by name', () => {
    const patch = { contentLayers: { block5_conv4: 1 } };
    const outcome = transition(room(), asked('owner', { type: 'settings:change', patch }), context());
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'invalid', field: 'contentLayers' } });
    if (!outcome.ok) expect(outcome.problem.message).toContain('block5_conv4');
  });

  it('a change of the network keeps the layers that both have, else takes defaults', () => {
    const deep = room({
      setup: {
        ...room().setup,
        settings: {
          ...defaultSettings('vgg19'),
          contentLayers: { block5_conv2: 1 },
          styleLayers: { block1_conv1: 2, block4_conv4: 1 },
        },
      },
    });
    const { room: after } = accepted(
      deep,
      asked('owner', { type: 'settings:change', patch: { network: 'compact' } }),
    );
    expect(after.setup.settings.contentLayers).toEqual({ block4_conv2: 1 });
    expect(after.setup.settings.styleLayers).toEqual({ block1_conv1: 2 });
  });

  it('a change of the network takes along the weights that somebody chose, and the defaults of the others', () => {
    const after = roomAfter([
      asked('owner', { type: 'settings:change', patch: { styleWeight: 3 } }),
      asked('owner', { type: 'settings:change', patch: { network: 'vgg19' } }),
    ]);
    const { contentWeight, tvWeight } = defaultSettings('vgg19');
    expect(after.setup.settings).toMatchObject({ styleWeight: 3, contentWeight, tvWeight });
    expect(contentWeight).not.toBe(defaultSettings('compact').contentWeight);
  });

  it('content and style cannot both be off', () => {
    const patch = { contentWeight: 0, styleWeight: 0 };
    expect(transition(room(), asked('owner', { type: 'settings:change', patch }), context())).toMatchObject({
      ok: false,
      problem: { code: 'invalid' },
    });
  });

  it('blend weights are merged by image, and cannot all be 0', () => {
    const two = roomAfter([asked('owner', { type: 'style:add', imageId: imageId('c'), crop: null })]);
    const one = accepted(
      two,
      asked('owner', { type: 'settings:change', patch: { styleBlend: { [imageId('b')]: 0 } } }),
    ).room;
    expect(one.setup.settings.styleBlend).toEqual({ [imageId('b')]: 0 });
    const none = transition(
      one,
      asked('owner', { type: 'settings:change', patch: { styleBlend: { [imageId('c')]: 0 } } }),
      context(),
    );
    expect(none).toMatchObject({ ok: false, problem: { code: 'invalid', field: 'styleBlend' } });
  });

  it('blend weights of pictures that are not in use are refused', () => {
    const patch = { styleBlend: { [imageId('f')]: 1 } };
    expect(transition(room(), asked('owner', { type: 'settings:change', patch }), context())).toMatchObject({
      ok: false,
      problem: { code: 'invalid', field: 'styleBlend' },
    });
  });

  it('of two people who change different fields neither loses anything', () => {
    const after = roomAfter([
      asked('owner', { type: 'settings:change', patch: { styleWeight: 5 } }),
      asked('editor', { type: 'settings:change', patch: { contentWeight: 2 } }),
    ]);
    expect(after.setup.settings).toMatchObject({ styleWeight: 5, contentWeight: 2 });
  });
});

describe('a run', () => {
  it('starts with the setup as it is', () => {
    const { room: after, effects } = accepted(room(), asked('editor', { type: 'run:start' }));
    expect(after.runs).toHaveLength(1);
    expect(after.runs[0]).toMatchObject({
      id: RUN_ID,
      number: 1,
      status: { kind: 'queued' },
      startedBy: member('editor').id,
      settings: room().setup.settings,
      content: room().setup.content,
    });
    expect(effects).toEqual([{ type: 'submit-run', runId: RUN_ID }]);
    expect(startOf(after.runs[0]!)).toBeNull();
  });

  it.each([
    ['a content image', room({ setup: { ...room().setup, content: null } }), 'conflict'],
    ['a style picture', room({ setup: { ...room().setup, styles: [] } }), 'conflict'],
    [
      'its network',
      room({ setup: { ...room().setup, settings: defaultSettings('vgg19') } }),
      'network-missing',
    ],
  ])('needs %s', (_what, before, code) => {
    expect(transition(before, asked('editor', { type: 'run:start' }), context())).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  it('R40: waits for the one that is going in the room', () => {
    expect(transition(roomAfter(started), asked('owner', { type: 'run:start' }), context())).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    });
  });

  it('R41: is wished to pause at once, and paused when the queue says so, not before; likewise resumed', () => {
    const pausing = accepted(roomAfter(started), asked('editor', { type: 'run:pause', runId: RUN_ID }));
    expect(pausing.effects).toEqual([{ type: 'pause-run', runId: RUN_ID }]);
    expect(pausing.room.runs[0]).toMatchObject({ wish: 'pause', status: { kind: 'running' } });
    const paused = roomAfter([{ type: 'run-paused', runId: RUN_ID }], pausing.room);
    expect(paused.runs[0]).toMatchObject({ wish: 'pause', status: { kind: 'paused' } });
    const resuming = accepted(paused, asked('editor', { type: 'run:resume', runId: RUN_ID }));
    expect(resuming.effects).toEqual([{ type: 'resume-run', runId: RUN_ID }]);
    expect(resuming.room.runs[0]).toMatchObject({ wish: 'go', status: { kind: 'paused' } });
  });

  it('R41: once it is to stop, is neither paused nor resumed: a start of the server would let it go on', () => {
    const stopping = roomAfter([...started, asked('editor', { type: 'run:stop', runId: RUN_ID })]);
    for (const type of ['run:pause', 'run:resume'] as const) {
      const outcome = transition(stopping, asked('editor', { type, runId: RUN_ID }), context());
      expect(outcome).toMatchObject({ ok: false, problem: { code: 'conflict' } });
    }
    expect(accepted(stopping, { type: 'server-started' }).effects.map(({ type }) => type)).toEqual([
      'submit-run',
      'stop-run',
    ]);
  });

  it('keeps its result', () => {
    expect(roomAfter(finished).runs[0]).toMatchObject({ status: { kind: 'finished' }, result });
  });

  it('R43: events that come after its end change nothing', () => {
    const done = roomAfter(finished);
    const late = {
      type: 'run-failed',
      runId: RUN_ID,
      problem: { code: 'run-failed', message: 'x' },
    } as const;
    expect(accepted(done, late).room).toBe(done);
  });

  it('goes on from its result with the settings as they are now', () => {
    const before = roomAfter([
      ...finished,
      asked('owner', { type: 'settings:change', patch: { styleWeight: 9, seed: 3 } }),
    ]);
    const { room: after, effects } = accepted(
      {
        ...before,
        runs: before.runs.map((run) => ({ ...run, progress: { ...run.progress, iteration: 300 } })),
      },
      asked('owner', { type: 'run:continue', runId: RUN_ID, iterations: 50 }),
    );
    expect(effects).toEqual([{ type: 'submit-run', runId: RUN_ID }]);
    expect(startOf(after.runs[0]!)).toEqual({
      iteration: 300,
      width: 512,
      height: 384,
      picture: result.checkpoint,
      format: 'float32',
      scale: null,
    });
    expect(after.runs[0]!.settings).toMatchObject({ styleWeight: 9, seed: 0, iterations: 350 });
    expect(after.runs[0]!.status.kind).toBe('queued');
    expect(after.runs[0]!.marks.at(-1)?.changes.map(({ field }) => field)).toEqual([
      'styleWeight',
      'iterations',
    ]);
  });

  it('that left no picture cannot go on', () => {
    const failed = roomAfter([
      ...started,
      { type: 'run-failed', runId: RUN_ID, problem: { code: 'run-failed', message: 'x' } },
    ]);
    expect(
      transition(failed, asked('owner', { type: 'run:continue', runId: RUN_ID, iterations: 5 }), context()),
    ).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  });
});

describe('steering', () => {
  const progress = { iteration: 40, totalIterations: 300, remainingSeconds: 10 };

  it('reaches the run that is going, and marks who did what when', () => {
    const { room: after, effects } = accepted(
      roomAfter(started),
      asked('editor', { type: 'settings:change', patch: { styleWeight: 4 } }),
      context({ progress }),
    );
    expect(effects).toEqual([{ type: 'steer-run', runId: RUN_ID, settings: after.runs[0]!.settings }]);
    expect(after.runs[0]!.settings.styleWeight).toBe(4);
    expect(after.runs[0]!.marks).toEqual([
      {
        at: NOW + 1000,
        iteration: 40,
        memberId: member('editor').id,
        memberName: 'editor',
        changes: [{ field: 'styleWeight', from: 1, to: 4 }],
      },
    ]);
  });

  it('network, size and seed wait for the next run', () => {
    const before = roomAfter(started);
    const { room: after, effects } = accepted(
      before,
      asked('editor', { type: 'settings:change', patch: { size: 256, seed: 8 } }),
    );
    expect(effects).toEqual([]);
    expect(after.setup.settings).toMatchObject({ size: 256, seed: 8 });
    expect(after.runs[0]).toBe(before.runs[0]);
  });

  it('the drag of a slider is one mark, from where it began to where it ended', () => {
    const drag = (value: number, at: number, iteration: number) =>
      [
        asked('editor', { type: 'settings:change', patch: { styleWeight: value } }),
        context({ now: NOW + at, progress: { ...progress, iteration } }),
      ] as const;
    const after = [drag(2, 0, 40), drag(3, 100, 41), drag(4, 200, 42)].reduce(
      (state, [input, world]) => accepted(state, input, world).room,
      roomAfter(started),
    );
    expect(after.runs[0]!.marks).toHaveLength(1);
    expect(after.runs[0]!.marks[0]).toMatchObject({
      iteration: 40,
      changes: [{ field: 'styleWeight', from: 1, to: 4 }],
    });
    const [input, world] = drag(1, 300, 43);
    expect(accepted(after, input, world).room.runs[0]!.marks).toEqual([]);
  });

  it('two people who drag at the same time are two marks', () => {
    const turn = (step: number) =>
      [
        asked(step % 2 ? 'owner' : 'editor', {
          type: 'settings:change',
          patch: step % 2 ? { contentWeight: 1 + step } : { styleWeight: 1 + step },
        }),
        context({ now: NOW + 50 * step, progress }),
      ] as const;
    const after = [2, 3, 4, 5, 6, 7]
      .map(turn)
      .reduce((state, [input, world]) => accepted(state, input, world).room, roomAfter(started));
    expect(after.runs[0]!.marks.map(({ changes }) => changes)).toEqual([
      [{ field: 'styleWeight', from: 1, to: 7 }],
      [{ field: 'contentWeight', from: room().setup.settings.contentWeight, to: 8 }],
    ]);
  });

  it('two people, or two moments, are two marks', () => {
    const by = (role: 'owner' | 'editor', styleWeight: number, at: number) =>
      [
        asked(role, { type: 'settings:change', patch: { styleWeight } }),
        context({ now: NOW + at, progress }),
      ] as const;
    const after = [by('editor', 2, 0), by('owner', 3, 100), by('owner', 4, 9000)].reduce(
      (state, [input, world]) => accepted(state, input, world).room,
      roomAfter(started),
    );
    expect(after.runs[0]!.marks).toHaveLength(3);
  });

  it('layers that the run’s own network lacks stay as they are', () => {
    const before = roomAfter(started);
    const { room: after, effects } = accepted(
      before,
      asked('editor', {
        type: 'settings:change',
        patch: { network: 'vgg19', contentLayers: { block5_conv2: 1 } },
      }),
    );
    expect(effects).toEqual([]);
    expect(after.runs[0]!.settings.contentLayers).toEqual(before.runs[0]!.settings.contentLayers);
  });
});
