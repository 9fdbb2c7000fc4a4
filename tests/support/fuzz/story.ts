import { isDeepStrictEqual } from 'node:util';
import type { CommandId, ImageId, LogId, MemberId, RoomId, RunId } from '../../../server/protocol/ids';
import { isActive } from '../../../server/protocol/runs';
import { defaultSettings } from '../../../server/protocol/settings';
import { roomRecordSchema } from '../../../server/repositories/prisma/record-schemas';
import type { RoomContext, RoomInput } from '../../../server/rooms/inputs';
import { emptyRoom } from '../../../server/rooms/new-room';
import type { RoomRecord } from '../../../server/rooms/record';
import { referencedObjects } from '../referenced-objects';
import { transition } from '../../../server/rooms/transition';
import { ClientCopies } from './client-copies';
import { randomCommand } from './commands';
import { Dice } from './dice';
import { checkRoom, must } from './invariants';
import { people } from './people';
import { QueueModel } from './queue-model';
import { randomRunEvent } from './run-events';

const START = 1_700_000_000_000;
type Asked = Extract<RoomInput, { type: 'command' }>;

/**
 * The life of one room, as the seed has it: people who come, ask and go, a queue that tells of runs, a disk that is full now
 * and then, and servers that die. Throws at the first invariant that does not hold.
 */
export class Story {
  readonly #dice: Dice;
  #ids = 0;
  #now = START;
  /** What the server has in memory, and what is on its disk. */
  #room: RoomRecord;
  #stored: RoomRecord;
  #isDiskFull = false;
  readonly #copies: ClientCopies;
  readonly #objects = new Set<string>();
  #queue = new QueueModel();
  #done: Asked[] = [];
  /** How many commands were tried. */
  commands = 0;
  /** What came last, for whoever has to find out why something does not hold. */
  latest: unknown = null;

  constructor(seed: number) {
    this.#dice = new Dice(seed);
    const setup = { content: null, styles: [], settings: defaultSettings('compact') };
    const empty = emptyRoom('room-00000001' as RoomId, 'A room', setup, START);
    const owned = transition(
      empty,
      { type: 'member-entered', ...people[0]!, role: 'owner' },
      this.#context(),
    );
    if (!owned.ok) throw new Error(owned.problem.message);
    this.#room = this.#stored = deepFreeze(owned.room);
    this.#copies = new ClientCopies(this.#room, 'log-00000000' as LogId);
    const { memberId } = people[0]!;
    for (const type of ['content:set', 'style:add'] as const) {
      const added = this.#upload(memberId, type === 'content:set' ? 'a' : 'b');
      this.#give(added);
      const command = { type, imageId: added.image.id, crop: null };
      this.#give({ type: 'command', memberId, commandId: this.#id('command'), command });
    }
  }

  get isDeleted(): boolean {
    return this.#room.deletedAt !== null;
  }

  /** Lets one thing happen. */
  step(): void {
    const dice = this.#dice;
    this.#now += dice.chance(0.2) ? 4000 : 100;
    const chance = dice.next();
    if (chance < 0.55) this.#command();
    else if (chance < 0.87) this.#tell();
    else if (chance < 0.91) this.#come();
    else if (chance < 0.94) {
      this.#give(this.#upload(dice.pick(people).memberId, dice.pick([...'abcdef012345'])));
    } else if (chance < 0.96) this.#return();
    else if (chance < 0.975) this.#collect();
    else if (chance < 0.985) this.#isDiskFull = !this.#isDiskFull;
    else this.#die();
    this.#check();
  }

  #command(): void {
    this.commands += 1;
    const dice = this.#dice;
    if (this.#done.length > 0 && dice.chance(0.15)) return this.#repeat(dice.pick(this.#done));
    const command = randomCommand(dice, this.#room);
    if (!command) return;
    const memberId = dice.chance(0.9) ? dice.pick(this.#room.members).id : dice.pick(people).memberId;
    const asked: Asked = { type: 'command', memberId, commandId: this.#id('command'), command };
    if (this.#give(asked)) this.#done = [...this.#done, asked].slice(-40);
  }

  /** Sent again by who has had no answer, as long as they are members and have not left in between. */
  #repeat(asked: Asked): void {
    const member = this.#room.members.find(({ id }) => id === asked.memberId);
    if (!member?.receipts.includes(asked.commandId)) return;
    const again = transition(this.#room, asked, this.#context());
    must(again.ok && again.room === this.#room && again.effects.length === 0, 'a command is done once');
  }

  /** The queue tells of the run that it has, or, late, of another one. */
  #tell(): void {
    const dice = this.#dice;
    const going = this.#queue.run;
    const late = dice.chance(0.1) ? this.#room.runs[dice.below(this.#room.runs.length + 1)] : undefined;
    if (late && late.id !== going?.id) {
      this.#give(randomRunEvent(dice, late.id, late.progress, () => this.#put(), this.#room));
    } else if (going) {
      const left = going.progress.totalIterations - going.progress.iteration;
      const iteration = going.progress.iteration + dice.below(Math.max(1, Math.min(40, left + 1)));
      going.progress = { ...going.progress, iteration };
      const event = randomRunEvent(dice, going.id, going.progress, () => this.#put(), this.#room);
      // When the room hears of it, the queue has done with the run.
      const progress = going.progress;
      if (['run-ended', 'run-failed', 'run-interrupted'].includes(event.type)) this.#queue.run = null;
      this.#give(event, progress);
    }
  }

  #come(): void {
    const role = this.#dice.pick(['owner', 'editor', 'editor', 'viewer'] as const);
    this.#give({ type: 'member-entered', ...this.#dice.pick(people), role });
  }

  /** Somebody who was away comes back; nobody does to a room that was deleted. */
  #return(): void {
    if (!this.isDeleted) this.#copies.catchUp(this.#room);
  }

  /** Lets go of what is old, and collects what no room names: neither the one in memory nor the one on the disk. */
  #collect(): void {
    const age = () => this.#now - this.#dice.below(20_000);
    this.#give({ type: 'expired', before: { keyframes: age(), checkpoints: age(), images: age() } });
    const named = new Set([...referencedObjects(this.#room), ...referencedObjects(this.#stored)]);
    for (const key of this.#objects) if (!named.has(key)) this.#objects.delete(key);
  }

  /** A server dies, and another one begins with what is on the disk. */
  #die(): void {
    const text = JSON.stringify(this.#stored);
    const read = roomRecordSchema.parse(JSON.parse(text));
    must(isDeepStrictEqual(read, JSON.parse(text)), 'what was kept is read as it was');
    this.#room = this.#stored = deepFreeze(read);
    this.#queue = new QueueModel();
    this.#isDiskFull = false;
    if (!this.isDeleted) this.#copies.restart(this.#room, this.#id('log') as string as LogId);
    const going = this.#room.runs.filter(({ status }) => isActive(status));
    const { room, effects } = this.#outcome({ type: 'server-started' });
    const asked = going.flatMap(({ id: runId, wish }) => [
      { type: 'submit-run', runId },
      ...(wish === 'go' ? [] : [{ type: `${wish}-run`, runId }]),
    ]);
    must(isDeepStrictEqual(effects, asked), 'a start asks for all that was under way');
    must(going.length > 0 || room === this.#room, 'a start changes nothing where nothing was under way');
    this.#accept(room);
    for (const effect of effects) this.#queue.ask(effect, this.#room);
  }

  /** Brings an input to the room. @returns whether the room took it */
  #give(input: RoomInput, progress = this.#queue.run?.progress ?? null): boolean {
    this.latest = input;
    const before = this.#room;
    const outcome = transition(before, input, this.#context(progress));
    if (before.deletedAt !== null) {
      must(!outcome.ok || outcome.room === before, 'a deleted room takes nothing');
      must(!outcome.ok || outcome.effects.length === 0, 'a deleted room asks for nothing');
    }
    if (!outcome.ok) return false;
    // A wish that cannot be kept is refused; a fact about a run is not.
    if (this.#isDiskFull && !('runId' in input) && outcome.room !== before) return false;
    this.#accept(outcome.room);
    for (const effect of outcome.effects) {
      const ids = 'memberIds' in effect ? effect.memberIds : [];
      const isMember = (id: MemberId) => this.#room.members.some((member) => member.id === id);
      if (effect.type === 'tell-access') must(ids.every(isMember), 'links are told to members only');
      if (effect.type === 'dismiss-members') {
        must(this.isDeleted || !ids.some(isMember), 'who is dismissed is no member');
      }
      this.#queue.ask(effect, this.#room);
    }
    if (this.isDeleted) this.#queue.run = null;
    return true;
  }

  #accept(next: RoomRecord): void {
    const before = this.#room;
    if (next === before) return;
    must(next.revision === before.revision + 1, 'a change raises the revision by one');
    this.#room = deepFreeze(next);
    if (!this.#isDiskFull) this.#stored = this.#room;
    if (!this.isDeleted) this.#copies.change(before, next);
  }

  #outcome(input: RoomInput) {
    this.latest = input;
    const outcome = transition(this.#room, input, this.#context());
    if (!outcome.ok) throw new Error(`broken: ${input.type} is refused: ${outcome.problem.message}`);
    return outcome;
  }

  #check(): void {
    checkRoom(this.#room);
    const going = this.#room.runs.find(({ status }) => isActive(status));
    const known = this.#queue.run;
    must(going?.id === known?.id, 'the queue has the run that is under way, and no other');
    must(going?.wish === known?.wish, 'what is wished of a run was asked of the queue');
    for (const key of referencedObjects(this.#room)) {
      must(this.#objects.has(key), 'what a room names is in the object store');
    }
  }

  #context(progress: RoomContext['progress'] = null): RoomContext {
    return {
      now: this.#now,
      freshRunId: this.#id('run') as string as RunId,
      progress,
      readyNetworks: ['compact'],
      forecast: () => null,
    };
  }

  #upload(memberId: MemberId, letter: string): Extract<RoomInput, { type: 'image-added' }> {
    const id = letter.repeat(64) as ImageId;
    this.#objects.add(id);
    const image = { id, name: `${letter}.jpg`, width: 640, height: 480, bytes: 1000, mime: 'image/jpeg' };
    return { type: 'image-added', memberId, image };
  }

  #put(): string {
    const key = `object-${(this.#ids += 1)}`;
    this.#objects.add(key);
    return key;
  }

  #id(what: string): CommandId {
    return `${what}-${String((this.#ids += 1)).padStart(8, '0')}` as CommandId;
  }
}

/** So that whoever changes what must not be changed is found out. */
function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
