import { describe, expect, it } from 'vitest';
import { deedText } from '../../../app/_lib/activity-text';
import { i18n } from '../../../app/_lib/i18n';
import { lastChangeBy, undoStateOf } from '../../../app/_lib/undo';
import type { Activity, ChangeOfSetting, Deed } from '../../../server/protocol/activity';
import { memberIdSchema, runIdSchema } from '../../../server/protocol/ids';
import { linkSchema, roleSchema } from '../../../server/protocol/roles';
import { defaultSettings } from '../../../server/protocol/settings';
import { imageId, makeRoom, makeRun, memberId, otherImageId, runId } from './room-fixtures';

const other = memberIdSchema.parse('member-02');
const settings = defaultSettings('compact');

const image = (id: typeof imageId, name: string) => ({
  id,
  name,
  width: 10,
  height: 10,
  bytes: 1,
  mime: 'image/jpeg',
});
const room = makeRoom({
  images: [image(imageId, 'cat.jpg'), image(otherImageId, 'kilim.jpg')],
  runs: [makeRun({ number: 2 })],
});
const networks = [
  {
    id: 'vgg19' as const,
    name: 'VGG-19',
    licence: '',
    source: '',
    bytes: 1,
    downloadable: false,
    state: { kind: 'missing' as const },
  },
];
const tell = (deed: Deed, names = room) => deedText(deed, { room: names, networks }, i18n.t);
const tellChange = (...changes: ChangeOfSetting[]) => tell({ kind: 'settings', changes });

const entry = (number: number, deed: Deed, by = memberId): Activity => ({
  number,
  at: 0,
  memberId: by,
  memberName: 'Ada',
  deed,
});
const change = (number: number, changes: ChangeOfSetting[], by = memberId) =>
  entry(number, { kind: 'settings', changes }, by);

describe('what somebody did, in words', () => {
  it('names settings as the panel does, and their values before and after', () => {
    expect(tellChange({ field: 'styleWeight', from: 1, to: 2.345678 })).toBe('changed style 1 → 2.35');
    expect(tellChange({ field: 'tvWeight', from: 0, to: 0.5 })).toBe('changed smoothness off → 0.5');
    expect(tellChange({ field: 'seed', from: 0, to: 7 })).toBe('changed seed 0 → 7');
    expect(tellChange({ field: 'tolerance', from: 0, to: 0.002 })).toBe('changed tolerance Never → 0.2 %');
    expect(tellChange({ field: 'optimiser', from: 'lbfgs', to: 'adam' })).toBe(
      'changed optimiser L-BFGS → Adam',
    );
    expect(tellChange({ field: 'iterateAveraging', from: false, to: true })).toBe(
      'changed averaging The last → The average',
    );
    expect(tellChange({ field: 'network', from: 'compact', to: 'vgg19' })).toBe(
      'changed network compact → VGG-19',
    );
    expect(tellChange({ field: 'initialImage', from: null, to: imageId })).toBe(
      'changed picture to start from none → cat.jpg',
    );
  });

  it('tells of layers and blends only what is different', () => {
    expect(
      tellChange({
        field: 'styleLayers',
        from: { block1_conv1: 1, block2_conv1: 1 },
        to: { block1_conv1: 1, block2_conv1: 0.5, block3_conv1: 2 },
      }),
    ).toBe('changed style layers block2_conv1 1 → 0.5, style layers block3_conv1 off → 2');
    expect(tellChange({ field: 'styleBlend', from: {}, to: { [otherImageId]: 3 } })).toBe(
      'changed share of kilim.jpg 1 → 3',
    );
  });

  it('counts what would make the sentence long, as of a preset', () => {
    const fields = ['contentWeight', 'styleWeight', 'size', 'iterations', 'seed'];
    expect(tellChange(...fields.map((field) => ({ field, from: 1, to: 2 })))).toBe(
      'changed content 1 → 2, style 1 → 2, size 1 → 2 and 2 more',
    );
  });

  it('has a sentence for every kind of deed, with the names of runs, pictures and people', () => {
    const from = { runId, iteration: 40 };
    const deeds: readonly [Deed, string][] = [
      [{ kind: 'settings', changes: [] }, 'changed a setting and put it back'],
      [
        { kind: 'undo', undone: 3, changes: [{ field: 'seed', from: 2, to: 1 }] },
        'took back a change: seed 2 → 1',
      ],
      [{ kind: 'image', imageId }, 'put cat.jpg into the room'],
      [{ kind: 'content', imageId }, 'chose cat.jpg as the photograph'],
      [{ kind: 'content-removed', imageId: otherImageId }, 'took kilim.jpg away as the photograph'],
      [{ kind: 'style', imageId: otherImageId, used: true }, 'put kilim.jpg among the paintings'],
      [{ kind: 'style', imageId: otherImageId, used: false }, 'took kilim.jpg from the paintings'],
      [{ kind: 'order', imageId, place: 0 }, 'moved cat.jpg to place 1 among the paintings'],
      [{ kind: 'run', runId, did: 'start' }, 'started run 2'],
      [{ kind: 'run', runId, did: 'stop' }, 'stopped run 2'],
      [{ kind: 'run', runId, did: 'continue' }, 'went on with run 2'],
      [{ kind: 'fork', runId, from }, 'started run 2 from iteration 40 of run 2'],
      [{ kind: 'run-name', runId, from: null, to: 'Blue hour' }, 'named run 2 “Blue hour”'],
      [{ kind: 'run-name', runId, from: 'Blue hour', to: null }, 'took the name “Blue hour” from run 2'],
      [{ kind: 'favourite', runId, favourite: true }, 'marked run 2 as a favourite'],
      [{ kind: 'favourite', runId, favourite: false }, 'took run 2 from the favourites'],
      [{ kind: 'publish', runId, published: true }, 'published the result of run 2'],
      [{ kind: 'title', from: 'A', to: 'B' }, 'named the room “B”'],
      [{ kind: 'lock', locked: true }, 'locked the settings'],
      [{ kind: 'remove', memberId: other, name: 'Ben' }, 'removed Ben'],
      [{ kind: 'ban', memberId: other, name: 'Ben' }, 'keeps Ben out'],
      [{ kind: 'unban', memberId: other, name: 'Ben' }, 'lets Ben in again'],
    ];
    for (const [deed, sentence] of deeds) expect(tell(deed)).toBe(sentence);
    for (const role of roleSchema.options) {
      expect(tell({ kind: 'role', memberId: other, name: 'Ben', role })).toContain('Ben');
    }
    for (const link of linkSchema.options) {
      expect(tell({ kind: 'links', link })).toBe(`renewed the ${link} link`);
    }
  });

  it('still has one where the run or the picture is not in the room any more', () => {
    const empty = makeRoom();
    expect(tell({ kind: 'run', runId: runIdSchema.parse('run-00009'), did: 'stop' }, empty)).toBe(
      'stopped a run',
    );
    expect(tell({ kind: 'content', imageId }, empty)).toBe('chose a picture as the photograph');
  });
});

describe('what can be taken back', () => {
  const withSeed = (seed: number, activity: Activity[]) =>
    makeRoom({ activity, setup: { content: null, styles: [], settings: { ...settings, seed } } });
  const first = change(2, [{ field: 'seed', from: 0, to: 1 }]);
  const second = change(3, [{ field: 'seed', from: 1, to: 2 }]);

  it('is a change of settings of which something is still in force', () => {
    const both = withSeed(2, [first, second]);
    expect(undoStateOf(both, second)).toBe('possible');
    expect(undoStateOf(both, first)).toBe('overtaken');
    expect(undoStateOf(both, entry(4, { kind: 'lock', locked: true }))).toBeNull();
  });

  it('is not what was taken back already, whose own entry can be taken back in turn', () => {
    const undo = entry(4, { kind: 'undo', undone: 3, changes: [{ field: 'seed', from: 2, to: 1 }] });
    const back = withSeed(1, [first, second, undo]);
    expect(undoStateOf(back, second)).toBe('undone');
    expect(undoStateOf(back, undo)).toBe('possible');
    expect(undoStateOf(back, first)).toBe('possible');
  });

  it('looks at a blend picture by picture, and only at pictures in use', () => {
    const blended = change(2, [{ field: 'styleBlend', from: {}, to: { [imageId]: 3, [otherImageId]: 2 } }]);
    const present = (styleBlend: typeof settings.styleBlend, used: (typeof imageId)[]) =>
      makeRoom({
        activity: [blended],
        setup: {
          content: null,
          styles: used.map((id) => ({ imageId: id, crop: null })),
          settings: { ...settings, styleBlend },
        },
      });
    const half = { [imageId]: 5, [otherImageId]: 2 };
    expect(undoStateOf(present(half, [imageId, otherImageId]), blended)).toBe('possible');
    expect(undoStateOf(present(half, [imageId]), blended)).toBe('overtaken');
  });

  it('goes step by step through one’s own changes, and leaves those of others alone', () => {
    const theirs = change(4, [{ field: 'size', from: 256, to: settings.size }], other);
    expect(lastChangeBy(withSeed(2, [first, second, theirs]), memberId)).toBe(second);
    const undo = entry(5, { kind: 'undo', undone: 3, changes: [{ field: 'seed', from: 2, to: 1 }] });
    expect(lastChangeBy(withSeed(1, [first, second, theirs, undo]), memberId)).toBe(first);
    expect(lastChangeBy(withSeed(1, [theirs]), memberId)).toBeUndefined();
  });
});
