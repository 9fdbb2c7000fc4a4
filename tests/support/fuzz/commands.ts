import { commandSchema } from '../../../server/protocol/commands';
import { emojiSchema } from '../../../server/protocol/remarks';
import type { RoomCommand } from '../../../server/rooms/inputs';
import type { RoomRecord } from '../../../server/rooms/record';
import type { Dice } from './dice';
import { randomPatch } from './settings-patches';
import { people } from './people';

const roles = ['owner', 'editor', 'viewer', 'king'];
const someImage = (dice: Dice, room: RoomRecord) =>
  dice.chance(0.1) ? 'e'.repeat(64) : (room.images[dice.below(room.images.length + 1)]?.id ?? 'none');
/** Mostly of the latest run. */
const someRun = (dice: Dice, room: RoomRecord) =>
  (dice.chance(0.6) ? room.runs.at(-1) : room.runs[dice.below(room.runs.length + 1)])?.id ?? 'run-unknown';
const someMember = (dice: Dice) => dice.pick(people).memberId;
const someMoment = (dice: Dice, room: RoomRecord) => {
  const run = room.runs[dice.below(room.runs.length + 1)];
  const kept = [...(run?.keyframes ?? []), ...(run?.checkpoints ?? []), ...(run?.result ? [run.result] : [])];
  const iteration =
    kept.length > 0 && dice.chance(0.7) ? dice.pick(kept).iteration : dice.pick([0, 3, 40, 5000, -1]);
  return { runId: run?.id ?? 'run-unknown', iteration };
};
const someCrop = (dice: Dice) =>
  dice.pick([
    null,
    { x: 0, y: 0, width: 0.5, height: 1 },
    { x: 0.2, y: 0.3, width: 0.8, height: 0.7 },
    { x: 0, y: 0, width: 0.02, height: 1 },
    { x: 0.9, y: 0, width: 0.9, height: 1 },
  ]);
const oneOfThese = (dice: Dice, list: readonly { readonly number: number }[]) =>
  list[dice.below(list.length + 1)]?.number ?? dice.below(3);
const text = (dice: Dice, limit: number) =>
  dice.pick([
    'x',
    `  Title ${dice.below(9)}  `,
    '“Ünïcode” 🎨',
    ' ',
    'y'.repeat(limit),
    'z'.repeat(limit + 1),
  ]);

/** For each command, what a member may send: mostly something that is there, sometimes nothing of the kind. */
const commands: Readonly<
  Record<RoomCommand['type'], (dice: Dice, room: RoomRecord) => Record<string, unknown>>
> = {
  'member:rename': (dice) => ({ name: text(dice, 40) }),
  'member:role': (dice) => ({ memberId: someMember(dice), role: dice.pick(roles) }),
  'member:remove': (dice) => ({ memberId: someMember(dice) }),
  'member:ban': (dice) => ({ memberId: someMember(dice) }),
  'member:unban': (dice, { bans }) => ({ memberId: bans[dice.below(bans.length + 1)]?.memberId ?? 'nobody' }),
  'room:rename': (dice) => ({ title: text(dice, 80) }),
  'room:lock': (dice) => ({ locked: dice.chance(0.4) }),
  'room:delete': () => ({}),
  'links:rotate': (dice) => ({ link: dice.pick(['edit', 'watch', 'recovery', 'front door']) }),
  'content:set': (dice, room) => ({ imageId: someImage(dice, room), crop: someCrop(dice) }),
  'content:remove': (dice, room) => ({ imageId: someImage(dice, room) }),
  'style:add': (dice, room) => ({ imageId: someImage(dice, room), crop: someCrop(dice) }),
  'style:remove': (dice, room) => ({ imageId: someImage(dice, room) }),
  'style:move': (dice, room) => ({ imageId: someImage(dice, room), to: dice.below(8) }),
  'settings:change': (dice, room) => ({ patch: randomPatch(dice, room) }),
  'settings:undo': (dice, room) => ({ activity: oneOfThese(dice, room.activity) }),
  'run:start': () => ({}),
  'run:pause': (dice, room) => ({ runId: someRun(dice, room) }),
  'run:resume': (dice, room) => ({ runId: someRun(dice, room) }),
  'run:stop': (dice, room) => ({ runId: someRun(dice, room) }),
  'run:continue': (dice, room) => ({
    runId: someRun(dice, room),
    iterations: dice.pick([1, 50, 4990, 5001]),
  }),
  'run:fork': (dice, room) => ({ from: someMoment(dice, room), iterations: dice.pick([1, 50, 4990, 0]) }),
  'run:rename': (dice, room) => ({
    runId: someRun(dice, room),
    name: dice.chance(0.3) ? null : text(dice, 60),
  }),
  'run:favourite': (dice, room) => ({ runId: someRun(dice, room), favourite: dice.chance(0.6) }),
  'run:publish': (dice, room) => ({ runId: someRun(dice, room), published: dice.chance(0.7) }),
  'message:post': (dice, room) => ({
    text: text(dice, 280),
    moment: dice.chance(0.5) ? null : someMoment(dice, room),
  }),
  'message:delete': (dice, room) => ({ number: oneOfThese(dice, room.remarks) }),
  'reaction:set': (dice, room) => ({
    emoji: dice.pick(emojiSchema.options),
    moment: someMoment(dice, room),
    on: dice.chance(0.7),
  }),
};
const types = Object.keys(commands) as RoomCommand['type'][];
/** So that there are runs, and rooms that last for a while. */
const often: readonly RoomCommand['type'][] = [
  'run:start',
  'run:pause',
  'run:resume',
  'run:fork',
  'settings:change',
];

/** A command as somebody might send it; `null` where the protocol refuses its form, as it must before a room sees it. */
export function randomCommand(dice: Dice, room: RoomRecord): RoomCommand | null {
  const drawn = dice.pick([...types, ...often]);
  const type = drawn === 'room:delete' && dice.chance(0.93) ? 'run:start' : drawn;
  const parsed = commandSchema.safeParse({ type, ...commands[type](dice, room) });
  return parsed.success && parsed.data.type !== 'network:download' ? parsed.data : null;
}
