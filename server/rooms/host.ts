import type { RunEvent, RunFrame, RunOutcome, RunQueue } from '../jobs/run-queue';
import { AppError, toProblem } from '../errors';
import type { Logger } from '../logger';
import type { CurvePoint } from '../protocol/curves';
import type { Problem } from '../protocol/errors';
import type { Iterates } from '../protocol/events';
import type { ImageId, MemberId, RoomId, RunId } from '../protocol/ids';
import type { ImageInfo } from '../protocol/images';
import type { NetworkId } from '../protocol/networks';
import type { Role, Room } from '../protocol/room';
import { isActive, type Run } from '../protocol/runs';
import { defaultSettings } from '../protocol/settings';
import type { CurveRepository } from '../repositories/ports/curve-repository';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RecentRoom, RoomRepository } from '../repositories/ports/room-repository';
import type { RoomCommand, RoomContext, RoomEffect, RoomInput } from './inputs';
import type { LinkKeyring } from './link-keys';
import { LiveRoom } from './live-room';
import { LiveRooms } from './live-rooms';
import { findRun, type MemberRecord, type ResultRecord, type RoomRecord } from './record';
import { RunArchive, type LatestRun } from './run-archive';
import { makeJob } from './run-jobs';
import { toRoom } from './snapshot';
import { refuseImage, transition } from './transition';

/** What the host needs from outside. */
export interface RoomHostOptions {
  readonly rooms: RoomRepository;
  readonly curves: CurveRepository;
  readonly objects: ObjectStore;
  readonly queue: RunQueue;
  readonly keyring: LinkKeyring;
  /** The person's id in a room: see `PersonCookies.memberId`. */
  readonly memberId: (personId: string, roomId: RoomId) => MemberId;
  readonly readyNetworks: () => readonly NetworkId[];
  /** The network of a new room. */
  readonly defaultNetwork: () => NetworkId;
  readonly newId: () => string;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What members are told. */
export type HostEvent = { readonly roomId: RoomId } & (
  | { readonly type: 'room'; readonly room: Room }
  | { readonly type: 'iterates'; readonly iterates: Iterates }
  | { readonly type: 'frame'; readonly runId: RunId; readonly frame: RunFrame }
);

/** What somebody who comes in finds. */
export interface Arrival extends LatestRun {
  readonly member: MemberRecord;
  readonly room: Room;
  readonly keys: ReturnType<LinkKeyring['keysFor']>;
}

/**
 * Owns the rooms that are live: hands one command after another to a room's state machine, keeps what comes of it before
 * it is acknowledged, and only then carries out its effects and tells the members.
 */
export class RoomHost {
  readonly #options: RoomHostOptions;
  readonly #rooms: LiveRooms;
  readonly #archive: RunArchive;
  readonly #listeners = new Set<(event: HostEvent) => void>();
  readonly #unsubscribe: () => void;

  constructor(options: RoomHostOptions) {
    this.#options = options;
    this.#rooms = new LiveRooms(options.rooms);
    this.#archive = new RunArchive(options.curves, options.objects, options.now, options.logger);
    this.#unsubscribe = options.queue.subscribe((event) => this.#onRunEvent(event));
  }

  /** Calls `listener` with what members are to be told. Returns what ends it. */
  subscribe(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes a room whose owner is this person. */
  async create(personId: string, title: string): Promise<RoomId> {
    const { rooms, newId, now, defaultNetwork, memberId } = this.#options;
    const id = newId() as RoomId;
    const createdAt = now();
    const empty: RoomRecord = {
      id,
      title,
      revision: 0,
      createdAt,
      updatedAt: createdAt,
      setup: { content: null, styles: [], settings: defaultSettings(defaultNetwork()) },
      keyVersions: { edit: 1, watch: 1 },
      members: [],
      images: [],
      runs: [],
    };
    const input: RoomInput = {
      type: 'member-entered',
      memberId: memberId(personId, id),
      personId,
      role: 'owner',
    };
    const owned = transition(empty, input, this.#context(new LiveRoom(empty)));
    if (!owned.ok) throw new Error(`a new room refused its owner: ${owned.problem.message}`);
    await rooms.create(owned.room);
    return id;
  }

  /**
   * Lets a person in by a link's key, or by what they were let in with before.
   * @throws AppError `not-found`; `unauthorised` without a valid key or an earlier visit
   */
  async enter(
    roomId: RoomId,
    personId: string,
    key: string | undefined,
  ): Promise<MemberRecord & { title: string }> {
    return this.#rooms.within(roomId, async (live) => {
      const memberId = this.#options.memberId(personId, roomId);
      const role = key === undefined ? null : this.#options.keyring.roleOf(live.record, key);
      if (role) await this.#dispatch(live, { type: 'member-entered', memberId, personId, role });
      return { ...this.#member(live, personId), title: live.record.title };
    });
  }

  /**
   * Counts a connection of the person, who has entered before, and gives all that they need to see the room.
   * @param name their name; needed at the first time, afterwards it renames them
   * @param welcome called once, before anything else happens in the room: nothing is missed between what the arrival
   * shows and the first event after it
   * @throws AppError `unauthorised`; `invalid` where there is no name yet
   */
  async join(
    roomId: RoomId,
    personId: string,
    name: string | undefined,
    welcome: (arrival: Arrival) => void,
  ): Promise<void> {
    await this.#rooms.within(roomId, async (live) => {
      const { id, name: known } = this.#member(live, personId);
      if (name === undefined && known === null) {
        throw new AppError({
          code: 'invalid',
          message: `member ${id} of ${roomId} joined without a name`,
          userMessage: 'Please say a name, so that the others know who is here.',
          field: 'name',
        });
      }
      if (name !== undefined && name !== known) {
        await this.#dispatch(live, {
          type: 'command',
          memberId: id,
          command: { type: 'member:rename', name },
        });
      }
      const latest = await this.#archive.latest(live);
      live.connect(id);
      this.#announce(live);
      const member = this.#member(live, personId);
      welcome({
        member,
        room: toRoom(live.record, live.liveness),
        keys: this.#options.keyring.keysFor(live.record, member.role),
        ...latest,
      });
    });
  }

  /** Takes back one connection that `join` has counted. */
  async leave(roomId: RoomId, personId: string): Promise<void> {
    await this.#rooms.within(roomId, async (live) => {
      live.disconnect(this.#options.memberId(personId, roomId));
      this.#announce(live);
    });
  }

  /**
   * Does what a member asks.
   * @returns the revision that the room has now; what it contains is kept
   * @throws AppError with the reason of a refusal; nothing has changed then
   */
  async command(roomId: RoomId, personId: string, command: RoomCommand): Promise<number> {
    return this.#rooms.within(roomId, async (live) => {
      const memberId = this.#options.memberId(personId, roomId);
      await this.#dispatch(live, { type: 'command', memberId, command });
      return live.record.revision;
    });
  }

  /** The revision that the room has now. @throws AppError `not-found` */
  async revision(roomId: RoomId): Promise<number> {
    return this.#rooms.within(roomId, async (live) => live.record.revision);
  }

  /**
   * Whether a picture could be added now, so that nobody uploads one in vain.
   * @throws AppError `forbidden` for viewers, `quota` in a full room; `not-found`, `unauthorised`
   */
  async assertTakesImages(roomId: RoomId, personId: string): Promise<void> {
    await this.#rooms.within(roomId, async (live) => {
      const refusal = refuseImage(live.record, this.#member(live, personId).id, 0);
      if (refusal) throw toError(refusal, `an image for ${roomId}`);
    });
  }

  /**
   * Adds an uploaded picture to the room. Its bytes are kept only where the room takes it.
   * @param image whose id is the hash of `bytes`
   * @throws AppError as {@link assertTakesImages}; `unavailable` where it cannot be kept
   */
  async addImage(roomId: RoomId, personId: string, image: ImageInfo, bytes: Uint8Array): Promise<void> {
    await this.#rooms.within(roomId, async (live) => {
      const memberId = this.#member(live, personId).id;
      const refusal = refuseImage(live.record, memberId, image.bytes);
      const known = live.record.images.some(({ id }) => id === image.id);
      if (refusal && !known) throw toError(refusal, `an image for ${roomId}`);
      await this.#options.objects.put(bytes);
      await this.#dispatch(live, { type: 'image-added', memberId, image });
    });
  }

  /**
   * The role of a person who has entered the room.
   * @throws AppError `not-found`, `unauthorised`
   */
  async roleOf(roomId: RoomId, personId: string): Promise<Role> {
    return this.#rooms.within(roomId, async (live) => this.#member(live, personId).role);
  }

  /** @throws AppError `not-found` where the picture is not in the room; `unauthorised` */
  async image(roomId: RoomId, personId: string, imageId: ImageId): Promise<ImageInfo> {
    return this.#rooms.within(roomId, async (live) => {
      this.#member(live, personId);
      const image = live.record.images.find((candidate) => candidate.id === imageId);
      if (!image) throw notFound(`image ${imageId} of ${roomId}`, 'This picture is not in the room.');
      return image;
    });
  }

  /** One run with its whole curve. @throws AppError `not-found`, `unauthorised` */
  async run(
    roomId: RoomId,
    personId: string,
    runId: RunId,
  ): Promise<{ run: Run; curve: readonly CurvePoint[] }> {
    return this.#rooms.within(roomId, async (live) => {
      this.#member(live, personId);
      const run = toRoom(live.record, live.liveness).runs.find((candidate) => candidate.id === runId);
      if (!run) throw unknownRun(roomId, runId);
      return { run, curve: await this.#archive.curve(live, runId) };
    });
  }

  /** What a run has left, and the names for its download. @throws AppError `not-found`, `unauthorised` */
  async result(
    roomId: RoomId,
    personId: string,
    runId: RunId,
  ): Promise<{ result: ResultRecord; roomTitle: string; runNumber: number }> {
    return this.#rooms.within(roomId, async (live) => {
      this.#member(live, personId);
      const run = live.record.runs.find((candidate) => candidate.id === runId);
      if (!run) throw unknownRun(roomId, runId);
      if (!run.result) {
        throw notFound(
          `result of run ${runId}`,
          'This run has left no picture yet. Wait until it has ended, or stop it.',
        );
      }
      return { result: run.result, roomTitle: live.record.title, runNumber: run.number };
    });
  }

  /** The rooms that a person has been in, latest change first. */
  recent(personId: string, limit: number): Promise<RecentRoom[]> {
    return this.#options.rooms.recent(personId, limit);
  }

  /**
   * After a start: runs that an earlier server process did not live to end are failed, with the reason. A room that
   * cannot be read is logged, and keeps nobody out of the others.
   */
  async recover(): Promise<void> {
    const { rooms, logger } = this.#options;
    for (const { roomId, runId } of await rooms.unfinishedRuns()) {
      await this.#failInterrupted(roomId, runId).catch((error: unknown) => {
        logger.error({ err: error, roomId, runId }, 'an interrupted run could not be marked as failed');
      });
    }
  }

  async #failInterrupted(roomId: RoomId, runId: RunId): Promise<void> {
    await this.#rooms.within(roomId, async (live) => {
      const run = findRun(live.record, runId);
      live.activity = this.#archive.begin(run, (await this.#archive.savedCurve(runId)) ?? []);
      await this.#dispatch(live, {
        type: 'run-failed',
        runId,
        problem: {
          code: 'run-failed',
          message:
            'The server was restarted while this run was going. Its curve up to then and everything else in the room are kept. Press Start to paint it again.',
        },
      });
    });
  }

  /** Waits until everything that was asked of the rooms is done, and listens to the queue no longer. */
  async close(): Promise<void> {
    await this.#rooms.withinAll((live) => this.#keepBacklog(live));
    this.#unsubscribe();
  }

  #context(live: LiveRoom): RoomContext {
    const going = live.record.runs.find((run) => isActive(run.status));
    return {
      now: this.#options.now(),
      freshRunId: this.#options.newId() as RunId,
      progress: live.activity?.runId === going?.id ? (live.activity?.progress ?? null) : null,
      readyNetworks: this.#options.readyNetworks(),
    };
  }

  async #dispatch(live: LiveRoom, input: RoomInput): Promise<void> {
    const outcome = transition(live.record, input, this.#context(live));
    if (!outcome.ok) throw toError(outcome.problem, `${input.type} in ${live.record.id}`);
    if (outcome.room !== live.record) {
      await this.#keep(live, outcome.room, input);
      live.record = outcome.room;
      this.#announce(live);
    }
    for (const effect of outcome.effects) await this.#carryOut(live, effect);
  }

  /**
   * Keeps the new state, with whatever could not be kept before. What happens to a run is a fact and not a wish: where
   * it cannot be written, the room goes on with it all the same, and it is written with the next change.
   */
  async #keep(live: LiveRoom, next: RoomRecord, input: RoomInput): Promise<void> {
    try {
      await this.#options.rooms.save(next, live.kept);
      live.kept = next;
    } catch (error) {
      const isWish =
        input.type === 'command' || input.type === 'member-entered' || input.type === 'image-added';
      if (isWish) throw error;
      this.#options.logger.error(
        { err: error, roomId: next.id, runId: input.runId, event: input.type },
        'what happened to a run could not be kept yet',
      );
    }
  }

  async #keepBacklog(live: LiveRoom): Promise<void> {
    if (live.kept === live.record) return;
    await this.#options.rooms.save(live.record, live.kept);
    live.kept = live.record;
  }

  async #carryOut(live: LiveRoom, effect: RoomEffect): Promise<void> {
    const { queue } = this.#options;
    switch (effect.type) {
      case 'submit-run':
        return this.#submit(live, effect);
      case 'steer-run':
        return queue.steer(effect.runId, effect.settings);
      case 'pause-run':
        return queue.pause(effect.runId);
      case 'resume-run':
        return queue.resume(effect.runId);
      case 'stop-run':
        return queue.stop(effect.runId);
    }
  }

  async #submit(live: LiveRoom, effect: Extract<RoomEffect, { type: 'submit-run' }>): Promise<void> {
    const { objects, queue, logger } = this.#options;
    const run = findRun(live.record, effect.runId);
    live.activity = this.#archive.begin(run, []); // also where it fails at once: it is the room's latest run
    try {
      const curve =
        effect.checkpoint === null ? [] : await this.#archive.curveUpTo(run.id, run.progress.iteration);
      const job = await makeJob(live.record, run, effect.checkpoint, curve, objects);
      live.activity = this.#archive.begin(run, curve);
      queue.submit(job);
    } catch (error) {
      logger.error({ err: error, roomId: live.record.id, runId: run.id }, 'a run could not be submitted');
      await this.#dispatch(live, { type: 'run-failed', runId: run.id, problem: toProblem(error) });
    }
  }

  #onRunEvent(event: RunEvent): void {
    this.#rooms
      .within(event.roomId, (live) => this.#apply(live, event))
      .catch((error: unknown) => {
        this.#options.logger.error(
          { err: error, roomId: event.roomId, runId: event.runId, event: event.type },
          'an event of a run could not be applied',
        );
      });
  }

  async #apply(live: LiveRoom, event: RunEvent): Promise<void> {
    const { roomId, runId } = event;
    switch (event.type) {
      case 'iterates':
        return this.#addPoints(live, event);
      case 'frame':
        if (live.activity?.runId === runId) live.activity.frame = event.frame;
        return this.#tell({ type: 'frame', roomId, runId, frame: event.frame });
      case 'queued':
        return this.#dispatch(live, { type: 'run-queued', runId, position: event.position });
      case 'started':
        return this.#dispatch(live, {
          type: 'run-started',
          runId,
          engine: event.engine,
          networkChecksum: event.networkChecksum,
        });
      case 'paused':
        return this.#dispatch(live, { type: 'run-paused', runId });
      case 'resumed':
        return this.#dispatch(live, { type: 'run-resumed', runId });
      case 'finished':
      case 'stopped':
        return this.#end(live, runId, event.type, event.outcome);
      case 'failed':
        if (live.activity?.runId === runId) await this.#archive.saveCurve(live.activity);
        return this.#dispatch(live, { type: 'run-failed', runId, problem: event.problem });
    }
  }

  async #addPoints(live: LiveRoom, event: Extract<RunEvent, { type: 'iterates' }>): Promise<void> {
    const { roomId, runId, progress } = event;
    if (live.activity?.runId !== runId) return; // a late event of an earlier run
    live.activity.progress = progress;
    const points = this.#archive.extend(live.activity, event.points);
    this.#tell({ type: 'iterates', roomId, iterates: { runId, points, progress } });
    await this.#archive.saveCurveNowAndThen(live.activity);
  }

  async #end(
    live: LiveRoom,
    runId: RunId,
    how: 'finished' | 'stopped',
    outcome: RunOutcome | null,
  ): Promise<void> {
    try {
      const activity = live.activity?.runId === runId ? live.activity : null;
      if (activity) await this.#archive.saveCurve(activity);
      if (activity && outcome) activity.progress = outcome.progress;
      const result = outcome && (await this.#archive.saveResult(outcome, activity?.frame ?? null));
      await this.#dispatch(live, { type: 'run-ended', runId, how, result });
    } catch (error) {
      this.#options.logger.error(
        { err: error, roomId: live.record.id, runId },
        'the result of a run could not be kept',
      );
      await this.#dispatch(live, { type: 'run-failed', runId, problem: toProblem(error) });
    }
  }

  #member(live: LiveRoom, personId: string): MemberRecord {
    const memberId = this.#options.memberId(personId, live.record.id);
    const member = live.record.members.find((candidate) => candidate.id === memberId);
    if (member) return member;
    throw new AppError({
      code: 'unauthorised',
      message: `${memberId} has not entered ${live.record.id}`,
      userMessage: 'This link does not open the room. Ask somebody in the room for a new link.',
    });
  }

  #announce(live: LiveRoom): void {
    this.#tell({ type: 'room', roomId: live.record.id, room: toRoom(live.record, live.liveness) });
  }

  #tell(event: HostEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

function toError({ code, message, field }: Problem, what: string): AppError {
  return new AppError({ code, message: `${what} refused: ${message}`, userMessage: message, field });
}

function unknownRun(roomId: RoomId, runId: RunId): AppError {
  return notFound(`run ${runId} of ${roomId}`, 'This run is not in the room.');
}

function notFound(what: string, userMessage: string): AppError {
  return new AppError({ code: 'not-found', message: `${what} not found`, userMessage });
}
