import type { RunEvent, RunOutcome, RunQueue } from '../jobs/run-queue';
import { toProblem } from '../errors';
import type { Logger } from '../logger';
import type { RoomId, RunId } from '../protocol/ids';
import { isActive } from '../protocol/runs';
import type { RoomRepository } from '../repositories/ports/room-repository';
import type { RoomDispatcher } from './dispatcher';
import type { RoomInput } from './inputs';
import type { KeptPart } from './keeping';
import type { LiveRoom } from './live-room';
import type { LiveRooms } from './live-rooms';
import type { RunArchive } from './run-archive';

export interface RunFollowerOptions {
  readonly queue: RunQueue;
  readonly rooms: LiveRooms;
  readonly repository: RoomRepository;
  readonly dispatcher: RoomDispatcher;
  readonly archive: RunArchive;
  readonly logger: Logger;
}

/** Takes over into the rooms what the queue tells: of their runs curves, frames, advice, results and how they end; and forecasts. */
export class RunFollower {
  readonly #options: RunFollowerOptions;
  readonly #subscriptions: readonly (() => void)[];

  constructor(options: RunFollowerOptions) {
    this.#options = options;
    this.#subscriptions = [
      options.queue.subscribe((event) => this.#onRunEvent(event)),
      options.queue.onForecastChange(() => this.#onForecastChange()),
    ];
  }

  /** Listens to the queue no longer. */
  close(): void {
    for (const unsubscribe of this.#subscriptions) unsubscribe();
  }

  /**
   * After a start: every run that an earlier server process was at, or had waiting, goes on; first those that were being
   * computed, then in the order in which they were made. A room that cannot be read is logged, and keeps nobody out of the
   * others.
   */
  async recover(): Promise<void> {
    const { repository, rooms, dispatcher, logger } = this.#options;
    const roomIds = new Set((await repository.unfinishedRuns()).map(({ roomId }) => roomId));
    const turns: { readonly roomId: RoomId; readonly waited: boolean; readonly since: number }[] = [];
    for (const roomId of roomIds) {
      await rooms
        .within(roomId, async ({ record }) => {
          const run = record.runs.find(({ status }) => isActive(status));
          if (run) turns.push({ roomId, waited: run.status.kind === 'queued', since: run.createdAt });
        })
        .catch((error: unknown) => logger.error({ err: error, roomId }, 'a room could not be read'));
    }
    turns.sort((a, b) => Number(a.waited) - Number(b.waited) || a.since - b.since);
    for (const { roomId } of turns) {
      await rooms
        .within(roomId, (live) => dispatcher.dispatch(live, { type: 'server-started' }))
        .catch((error: unknown) => logger.error({ err: error, roomId }, 'a run could not be taken up again'));
    }
  }

  /** The forecast is no part of the room itself, so that its revision stays. */
  #onForecastChange(): void {
    const { rooms, dispatcher, logger } = this.#options;
    rooms
      .withinAll(async (live) => {
        if (live.liveness.online.size > 0) dispatcher.tellForecast(live);
      })
      .catch((error: unknown) => logger.error({ err: error }, 'a new forecast could not be shown'));
  }

  #onRunEvent(event: RunEvent): void {
    this.#options.rooms
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
    if (!live.record.runs.some(({ id }) => id === runId)) return; // it went with its room
    switch (event.type) {
      case 'iterates':
        return this.#addPoints(live, event);
      case 'frame':
        if (live.activity?.runId === runId) live.activity.frame = event.frame;
        return this.#options.dispatcher.tell({ type: 'frame', roomId, runId, frame: event.frame });
      case 'queued':
        return this.#options.dispatcher.dispatch(live, {
          type: 'run-queued',
          runId,
          position: event.position,
          startsInSeconds: event.startsInSeconds,
        });
      case 'started':
        return this.#options.dispatcher.dispatch(live, {
          type: 'run-started',
          runId,
          engine: event.engine,
          networkChecksum: event.networkChecksum,
        });
      case 'paused':
        return this.#options.dispatcher.dispatch(live, { type: 'run-paused', runId });
      case 'resumed':
        return this.#options.dispatcher.dispatch(live, { type: 'run-resumed', runId });
      case 'advice':
        return this.#options.dispatcher.dispatch(live, { type: 'run-advised', runId, advice: event.advice });
      case 'checkpoint':
        // First, so that the curve of what goes on from there has no gap.
        await this.#saveCurve(live, runId);
        return this.#keepMoment(live, runId, async () => ({
          type: 'run-checkpoint',
          runId,
          checkpoint: await this.#options.archive.saveCheckpoint(event.checkpoint),
        }));
      case 'keyframe':
        return this.#keepMoment(live, runId, async () => ({
          type: 'run-keyframe',
          runId,
          keyframe: await this.#options.archive.saveKeyframe(event.keyframe),
        }));
      case 'suspended':
        return this.#saveCurve(live, runId);
      case 'interrupted':
        await this.#saveCurve(live, runId);
        return this.#options.dispatcher.dispatch(live, {
          type: 'run-interrupted',
          runId,
          problem: event.problem,
        });
      case 'finished':
      case 'stopped':
        await this.#end(live, runId, event.type, event.outcome);
        return this.#options.dispatcher.noteKept(live, 'moments', null);
      case 'failed':
        await this.#saveCurve(live, runId);
        await this.#options.dispatcher.dispatch(live, { type: 'run-failed', runId, problem: event.problem });
        return this.#options.dispatcher.noteKept(live, 'moments', null);
    }
  }

  async #addPoints(live: LiveRoom, event: Extract<RunEvent, { type: 'iterates' }>): Promise<void> {
    const { roomId, runId, progress } = event;
    if (live.activity?.runId !== runId) return; // a late event of an earlier run
    live.activity.progress = progress;
    const points = this.#options.archive.extend(live.activity, event.points);
    this.#options.dispatcher.tell({ type: 'iterates', roomId, iterates: { runId, points, progress } });
    if (this.#options.archive.isCurveDue(live.activity)) await this.#saveCurve(live, runId);
  }

  async #saveCurve(live: LiveRoom, runId: RunId): Promise<void> {
    const { activity } = live;
    if (activity?.runId !== runId) return;
    await this.#kept(live, runId, 'curve', () => this.#options.archive.saveCurve(activity));
  }

  async #keepMoment(live: LiveRoom, runId: RunId, save: () => Promise<RoomInput>): Promise<void> {
    const input = await this.#kept(live, runId, 'moments', save);
    if (input) await this.#options.dispatcher.dispatch(live, input);
  }

  /**
   * A run does not end, nor fail to end, because something on its way cannot be kept: the room goes without it, and is told.
   * @returns `null` where it could not
   */
  async #kept<T>(live: LiveRoom, runId: RunId, part: KeptPart, save: () => Promise<T>): Promise<T | null> {
    const { dispatcher, logger } = this.#options;
    try {
      const saved = await save();
      dispatcher.noteKept(live, part, null);
      return saved;
    } catch (error) {
      logger.error(
        { err: error, roomId: live.record.id, runId, part },
        'what a run has made could not be kept',
      );
      dispatcher.noteKept(live, part, toProblem(error));
      return null;
    }
  }

  async #end(
    live: LiveRoom,
    runId: RunId,
    how: 'finished' | 'stopped',
    outcome: RunOutcome | null,
  ): Promise<void> {
    try {
      await this.#saveCurve(live, runId);
      const activity = live.activity?.runId === runId ? live.activity : null;
      if (activity && outcome) activity.progress = outcome.progress;
      const result = outcome && (await this.#options.archive.saveResult(outcome, activity?.frame ?? null));
      const converged = outcome?.converged ?? false;
      await this.#options.dispatcher.dispatch(live, { type: 'run-ended', runId, how, result, converged });
    } catch (error) {
      this.#options.logger.error(
        { err: error, roomId: live.record.id, runId },
        'the result of a run could not be kept',
      );
      await this.#options.dispatcher.dispatch(live, { type: 'run-failed', runId, problem: toProblem(error) });
    }
  }
}
