import type { RunQueue } from '../jobs/run-queue';
import { AppError, toProblem } from '../errors';
import type { Logger } from '../logger';
import type { Problem } from '../protocol/errors';
import type { Forecast } from '../protocol/forecast';
import type { MemberId, RunId } from '../protocol/ids';
import type { NetworkId } from '../protocol/networks';
import type { Room } from '../protocol/room';
import { isActive } from '../protocol/runs';
import type { ObjectStore } from '../repositories/ports/object-store';
import type { RoomRepository } from '../repositories/ports/room-repository';
import type { HostEvent } from './host-event';
import { forecastRequest } from './forecast-request';
import type { Painting, RoomContext, RoomEffect, RoomInput } from './inputs';
import type { KeptPart } from './keeping';
import type { LiveRoom } from './live-room';
import type { LinkKeyring } from './link-keys';
import { findRun, type RoomRecord } from './record';
import type { RunArchive } from './run-archive';
import { makeJob, StateGoneError } from './run-jobs';
import { roomChange } from './room-change';
import { startOf } from './run-moments';
import { isSame } from './setting-changes';
import { toRoom } from './snapshot';
import { transition } from './transition';

export interface RoomDispatcherOptions {
  readonly rooms: RoomRepository;
  readonly objects: ObjectStore;
  readonly queue: RunQueue;
  readonly archive: RunArchive;
  readonly keyring: LinkKeyring;
  readonly readyNetworks: () => readonly NetworkId[];
  readonly newId: () => string;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Brings inputs to a room's state machine, and what comes of them into the world: keeps the new state, then carries out its
 * effects and tells the members. Whoever calls it has the room to themselves (`LiveRooms.within`).
 */
export class RoomDispatcher {
  readonly #options: RoomDispatcherOptions;
  readonly #listeners = new Set<(event: HostEvent) => void>();

  constructor(options: RoomDispatcherOptions) {
    this.#options = options;
  }

  /** Calls `listener` with what members are to be told. Returns what ends it. */
  subscribe(listener: (event: HostEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What the state machine is told about the world. */
  context(live: LiveRoom): RoomContext {
    const going = live.record.runs.find((run) => isActive(run.status));
    return {
      now: this.#options.now(),
      freshRunId: this.#options.newId() as RunId,
      progress: live.activity?.runId === going?.id ? (live.activity?.progress ?? null) : null,
      readyNetworks: this.#options.readyNetworks(),
      forecast: (painting) => this.#forecast(live, painting),
    };
  }

  #forecast(live: LiveRoom, painting: Painting): Forecast | null {
    const request = forecastRequest(painting, live.record.images);
    return request && this.#options.queue.forecast(request);
  }

  /** The room as its members see it now. */
  view(live: LiveRoom): Room {
    return toRoom(live.record, live.liveness, this.#forecast(live, live.record.setup));
  }

  /** @throws AppError where the room refuses, or a wish cannot be kept; nothing has changed then */
  async dispatch(live: LiveRoom, input: RoomInput): Promise<void> {
    const outcome = transition(live.record, input, this.context(live));
    if (!outcome.ok) throw toError(outcome.problem, `${input.type} in ${live.record.id}`);
    if (outcome.room !== live.record) {
      await this.#keep(live, outcome.room, input);
      const before = live.record;
      live.record = outcome.room;
      this.#tellChange(live, before);
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
      this.noteKept(live, 'state', null);
    } catch (error) {
      if (!('runId' in input)) throw error;
      this.noteKept(live, 'state', toProblem(error));
      this.#options.logger.error(
        { err: error, roomId: next.id, runId: input.runId, event: input.type },
        'what happened to a run could not be kept yet',
      );
    }
  }

  /** Keeps what could not be kept when it happened. */
  async keepBacklog(live: LiveRoom): Promise<void> {
    if (live.kept === live.record) return;
    await this.#options.rooms.save(live.record, live.kept);
    live.kept = live.record;
  }

  /** Tells the members when something of what goes on cannot be kept, and when it can again. */
  noteKept(live: LiveRoom, part: KeptPart, problem: Problem | null): void {
    if (!live.keeping.note(part, problem)) return;
    this.tell({ type: 'unkept', roomId: live.record.id, problem: live.keeping.problem });
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
      case 'tell-access':
        return this.#tellAccess(live, effect.memberIds);
      case 'dismiss-members':
        return this.tell({ ...effect, type: 'dismissed', roomId: live.record.id });
    }
  }

  async #submit(live: LiveRoom, effect: Extract<RoomEffect, { type: 'submit-run' }>): Promise<void> {
    const { objects, queue, logger } = this.#options;
    const run = findRun(live.record, effect.runId);
    const start = startOf(run);
    live.activity = this.#options.archive.begin(run, []); // also where it fails at once: it is the room's latest run
    try {
      const curve = start === null ? [] : await this.#options.archive.curveUpTo(run.id, start.iteration);
      const job = await makeJob(live.record, run, start, curve, objects);
      live.activity = this.#options.archive.begin(run, curve);
      // Held where a wish follows that it is not to go on: it must not begin meanwhile.
      queue.submit(job, { held: run.wish !== 'go', request: forecastRequest(run, live.record.images) });
    } catch (error) {
      logger.error({ err: error, roomId: live.record.id, runId: run.id }, 'a run could not be submitted');
      await this.dispatch(
        live,
        error instanceof StateGoneError
          ? { type: 'run-state-lost', runId: run.id, iteration: error.iteration }
          : { type: 'run-failed', runId: run.id, problem: toProblem(error) },
      );
    }
  }

  /** Of those who are here: the others are told when they come. */
  #tellAccess(live: LiveRoom, memberIds: readonly MemberId[]): void {
    const { online } = live.liveness;
    for (const { id, role } of live.record.members) {
      if (!online.has(id) || !memberIds.includes(id)) continue;
      const access = { role, keys: this.#options.keyring.keysFor(live.record, role) };
      this.tell({ type: 'access', roomId: live.record.id, memberId: id, access });
    }
  }

  /** Of a room that was deleted nobody is told what is left; they are dismissed. */
  #tellChange(live: LiveRoom, before: RoomRecord): void {
    const { id: roomId, revision, deletedAt } = live.record;
    if (deletedAt !== null) return;
    const event = live.log.add(revision, roomChange(before, live.record, live.liveness));
    this.tell({ type: 'change', roomId, event });
    this.tellForecast(live);
  }

  /** Tells the members what the setup would take, where that is no longer what they were told. */
  tellForecast(live: LiveRoom): void {
    const forecast = this.#forecast(live, live.record.setup);
    if (isSame(forecast, live.forecast)) return;
    live.forecast = forecast;
    this.tell({ type: 'forecast', roomId: live.record.id, forecast });
  }

  tell(event: HostEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** A refusal of the state machine as an error. @param what was refused, for the log */
export function toError({ code, message, field }: Problem, what: string): AppError {
  return new AppError({ code, message: `${what} refused: ${message}`, userMessage: message, field });
}
