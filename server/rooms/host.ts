import type { RunEvent, RunFrame, RunOutcome, RunQueue } from '../jobs/run-queue';
import { AppError, toProblem } from '../errors';
import type { Logger } from '../logger';
import type { CurvePoint } from '../protocol/curves';
import type { Iterates } from '../protocol/events';
import type { ImageId, MemberId, RoomId, RunId } from '../protocol/ids';
import type { ImageInfo } from '../protocol/images';
import type { NetworkId } from '../protocol/networks';
import type { Role, Room } from '../protocol/room';
import type { Run } from '../protocol/runs';
import { defaultSettings } from '../protocol/settings';
import type { CurveRepository } from '../repositories/ports/curve-repository';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RecentRoom, RoomRepository } from '../repositories/ports/room-repository';
import type { RoomCommand, RoomEffect, RoomInput } from './inputs';
import type { LinkKeyring } from './link-keys';
import { LiveRoom, type Activity } from './live-room';
import type { MemberRecord, ResultRecord, RoomRecord, RunRecord } from './record';
import { makeJob } from './run-jobs';
import { toRoom } from './snapshot';
import { transition } from './transition';

/** A running curve is kept this often, so that a run which dies leaves most of it. */
const CURVE_SAVE_INTERVAL_MS = 5000;

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
export interface Arrival {
  readonly member: MemberRecord;
  readonly room: Room;
  readonly keys: ReturnType<LinkKeyring['keysFor']>;
  readonly curve: { readonly runId: RunId; readonly points: readonly CurvePoint[] } | null;
  readonly frame: { readonly runId: RunId; readonly frame: RunFrame } | null;
}

/**
 * Owns the rooms that are live: hands one command after another to a room's state machine, keeps what comes of it before
 * it is acknowledged, and only then carries out its effects and tells the members.
 */
export class RoomHost {
  readonly #options: RoomHostOptions;
  readonly #live = new Map<RoomId, Promise<LiveRoom>>();
  readonly #listeners = new Set<(event: HostEvent) => void>();
  readonly #unsubscribe: () => void;

  constructor(options: RoomHostOptions) {
    this.#options = options;
    this.#unsubscribe = options.queue.subscribe((event) => this.#onRunEvent(event));
  }

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
    return this.#in(roomId, async (live) => {
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
    await this.#in(roomId, async (live) => {
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
      const latest = await this.#latest(live);
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
    await this.#in(roomId, async (live) => {
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
    return this.#in(roomId, async (live) => {
      const memberId = this.#options.memberId(personId, roomId);
      await this.#dispatch(live, { type: 'command', memberId, command });
      return live.record.revision;
    });
  }

  /** The revision that the room has now. @throws AppError `not-found` */
  async revision(roomId: RoomId): Promise<number> {
    return this.#in(roomId, async (live) => live.record.revision);
  }

  /** Adds an uploaded picture, which the object store has already, to the room. */
  async addImage(roomId: RoomId, personId: string, image: ImageInfo): Promise<void> {
    await this.#in(roomId, async (live) => {
      const memberId = this.#options.memberId(personId, roomId);
      await this.#dispatch(live, { type: 'image-added', memberId, image });
    });
  }

  /**
   * The role of a person who has entered the room.
   * @throws AppError `not-found`, `unauthorised`
   */
  async roleOf(roomId: RoomId, personId: string): Promise<Role> {
    return this.#in(roomId, async (live) => this.#member(live, personId).role);
  }

  /** @throws AppError `not-found` where the picture is not in the room; `unauthorised` */
  async image(roomId: RoomId, personId: string, imageId: ImageId): Promise<ImageInfo> {
    return this.#in(roomId, async (live) => {
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
    return this.#in(roomId, async (live) => {
      this.#member(live, personId);
      const run = toRoom(live.record, live.liveness).runs.find((candidate) => candidate.id === runId);
      if (!run) throw unknownRun(roomId, runId);
      return { run, curve: await this.#curve(live, runId) };
    });
  }

  /** What a run has left, and the names for its download. @throws AppError `not-found`, `unauthorised` */
  async result(
    roomId: RoomId,
    personId: string,
    runId: RunId,
  ): Promise<{ result: ResultRecord; roomTitle: string; runNumber: number }> {
    return this.#in(roomId, async (live) => {
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

  recent(personId: string, limit: number): Promise<RecentRoom[]> {
    return this.#options.rooms.recent(personId, limit);
  }

  /** After a start: runs that an earlier server process did not live to end are failed, with the reason. */
  async recover(): Promise<void> {
    for (const { roomId, runId } of await this.#options.rooms.unfinishedRuns()) {
      await this.#in(roomId, async (live) => {
        const curve = await this.#options.curves.load(runId);
        const run = findRun(live.record, runId);
        live.activity = this.#activity(run, curve);
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
  }

  /** Waits until everything that was asked of the rooms is done, and listens to the queue no longer. */
  async close(): Promise<void> {
    for (const live of await Promise.allSettled(this.#live.values())) {
      if (live.status === 'fulfilled') await live.value.serialise(async () => undefined);
    }
    this.#unsubscribe();
  }

  /** Does something in a room, after everything that was asked of it before. */
  async #in<T>(roomId: RoomId, work: (live: LiveRoom) => Promise<T>): Promise<T> {
    const live = await this.#open(roomId);
    try {
      return await live.serialise(() => work(live));
    } finally {
      if (live.idle) this.#live.delete(roomId);
    }
  }

  #open(roomId: RoomId): Promise<LiveRoom> {
    const known = this.#live.get(roomId);
    if (known) return known;
    const opened = this.#options.rooms.load(roomId).then((record) => {
      if (record) return new LiveRoom(record);
      throw notFound(`room ${roomId}`, 'There is no such room. Check the link, or create a new room.');
    });
    this.#live.set(roomId, opened);
    opened.catch(() => this.#live.delete(roomId));
    return opened;
  }

  #context(live: LiveRoom): Parameters<typeof transition>[2] {
    return {
      now: this.#options.now(),
      freshRunId: this.#options.newId() as RunId,
      progress: live.activity?.progress ?? null,
      readyNetworks: this.#options.readyNetworks(),
    };
  }

  async #dispatch(live: LiveRoom, input: RoomInput): Promise<void> {
    const outcome = transition(live.record, input, this.#context(live));
    if (!outcome.ok) {
      const { code, message, field } = outcome.problem;
      throw new AppError({
        code,
        message: `${input.type} refused in ${live.record.id}: ${message}`,
        userMessage: message,
        field,
      });
    }
    if (outcome.room !== live.record) {
      await this.#options.rooms.save(outcome.room, live.record);
      live.record = outcome.room;
      this.#announce(live);
    }
    for (const effect of outcome.effects) await this.#carryOut(live, effect);
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
    const { curves, objects, queue, logger } = this.#options;
    const run = findRun(live.record, effect.runId);
    try {
      const curve = effect.checkpoint === null ? [] : await curves.load(run.id);
      const job = await makeJob(live.record, run, effect.checkpoint, curve, objects);
      live.activity = this.#activity(run, curve);
      queue.submit(job);
    } catch (error) {
      logger.error({ err: error, roomId: live.record.id, runId: run.id }, 'a run could not be submitted');
      await this.#dispatch(live, { type: 'run-failed', runId: run.id, problem: toProblem(error) });
    }
  }

  #activity(run: RunRecord, curve: readonly CurvePoint[]): Activity {
    const last = curve.at(-1);
    const progress =
      last && last.iteration > run.progress.iteration
        ? { ...run.progress, iteration: last.iteration }
        : run.progress;
    return { runId: run.id, curve: [...curve], progress, frame: null, curveSavedAt: this.#options.now() };
  }

  #onRunEvent(event: RunEvent): void {
    this.#in(event.roomId, (live) => this.#apply(live, event)).catch((error: unknown) => {
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
        await this.#saveCurve(live);
        return this.#dispatch(live, { type: 'run-failed', runId, problem: event.problem });
    }
  }

  async #addPoints(live: LiveRoom, event: Extract<RunEvent, { type: 'iterates' }>): Promise<void> {
    const { activity } = live;
    if (activity?.runId !== event.runId) return; // a late event of an earlier run
    // A continued run starts at the iterate that its curve already ends with.
    const last = activity.curve.at(-1)?.iteration ?? -1;
    const points = event.points.filter((point) => point.iteration > last);
    activity.curve.push(...points);
    activity.progress = event.progress;
    this.#tell({
      type: 'iterates',
      roomId: event.roomId,
      iterates: { runId: event.runId, points, progress: event.progress },
    });
    if (this.#options.now() - activity.curveSavedAt >= CURVE_SAVE_INTERVAL_MS) await this.#saveCurve(live);
  }

  async #end(
    live: LiveRoom,
    runId: RunId,
    how: 'finished' | 'stopped',
    outcome: RunOutcome | null,
  ): Promise<void> {
    try {
      await this.#saveCurve(live);
      if (outcome && live.activity) live.activity.progress = outcome.progress;
      const result = outcome && (await this.#keepResult(live, outcome));
      await this.#dispatch(live, { type: 'run-ended', runId, how, result });
    } catch (error) {
      this.#options.logger.error(
        { err: error, roomId: live.record.id, runId },
        'the result of a run could not be kept',
      );
      await this.#dispatch(live, { type: 'run-failed', runId, problem: toProblem(error) });
    }
  }

  async #keepResult(live: LiveRoom, outcome: RunOutcome): Promise<ResultRecord> {
    const { objects } = this.#options;
    const frame = live.activity?.frame;
    if (!frame?.final) throw new Error('a run ended without a final frame');
    const [png, checkpoint, preview] = await Promise.all([
      objects.put(outcome.png),
      objects.put(outcome.checkpoint),
      objects.put(frame.bytes),
    ]);
    return { width: outcome.width, height: outcome.height, png, checkpoint, preview };
  }

  async #saveCurve(live: LiveRoom): Promise<void> {
    const { activity } = live;
    if (!activity) return;
    await this.#options.curves.save(activity.runId, activity.curve);
    activity.curveSavedAt = this.#options.now();
  }

  async #curve(live: LiveRoom, runId: RunId): Promise<readonly CurvePoint[]> {
    return live.activity?.runId === runId ? [...live.activity.curve] : this.#options.curves.load(runId);
  }

  /** The curve and the frame of the room's latest run, for somebody who comes late. */
  async #latest(live: LiveRoom): Promise<Pick<Arrival, 'curve' | 'frame'>> {
    const run = live.activity ? findRun(live.record, live.activity.runId) : live.record.runs.at(-1);
    if (!run) return { curve: null, frame: null };
    const curve = { runId: run.id, points: await this.#curve(live, run.id) };
    const shown = live.activity?.runId === run.id ? live.activity.frame : null;
    const frame = shown ?? (run.result && (await this.#resultFrame(run, run.result)));
    return { curve, frame: frame && { runId: run.id, frame } };
  }

  async #resultFrame(run: RunRecord, result: ResultRecord): Promise<RunFrame> {
    return {
      iteration: run.progress.iteration,
      width: result.width,
      height: result.height,
      mime: 'image/jpeg',
      bytes: await this.#options.objects.get(result.preview),
      final: true,
    };
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

function findRun(room: RoomRecord, runId: RunId): RunRecord {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) throw new Error(`run ${runId} is not in room ${room.id}`);
  return run;
}

function unknownRun(roomId: RoomId, runId: RunId): AppError {
  return notFound(`run ${runId} of ${roomId}`, 'This run is not in the room.');
}

function notFound(what: string, userMessage: string): AppError {
  return new AppError({ code: 'not-found', message: `${what} not found`, userMessage });
}
