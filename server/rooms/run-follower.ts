import type { RunEvent, RunOutcome, RunQueue } from '../jobs/run-queue';
import { toProblem } from '../errors';
import type { Logger } from '../logger';
import type { RoomId, RunId } from '../protocol/ids';
import type { RoomRepository } from '../repositories/ports/room-repository';
import type { RoomDispatcher } from './dispatcher';
import type { LiveRoom } from './live-room';
import type { LiveRooms } from './live-rooms';
import { findRun } from './record';
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
   * After a start: runs that an earlier server process did not live to end are failed, with the reason. A room that
   * cannot be read is logged, and keeps nobody out of the others.
   */
  async recover(): Promise<void> {
    const { repository, logger } = this.#options;
    for (const { roomId, runId } of await repository.unfinishedRuns()) {
      await this.#failInterrupted(roomId, runId).catch((error: unknown) => {
        logger.error({ err: error, roomId, runId }, 'an interrupted run could not be marked as failed');
      });
    }
  }

  async #failInterrupted(roomId: RoomId, runId: RunId): Promise<void> {
    await this.#options.rooms.within(roomId, async (live) => {
      const run = findRun(live.record, runId);
      live.activity = this.#options.archive.begin(run, (await this.#options.archive.savedCurve(runId)) ?? []);
      await this.#options.dispatcher.dispatch(live, {
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
      case 'finished':
      case 'stopped':
        return this.#end(live, runId, event.type, event.outcome);
      case 'failed':
        if (live.activity?.runId === runId) await this.#options.archive.saveCurve(live.activity);
        return this.#options.dispatcher.dispatch(live, { type: 'run-failed', runId, problem: event.problem });
    }
  }

  async #addPoints(live: LiveRoom, event: Extract<RunEvent, { type: 'iterates' }>): Promise<void> {
    const { roomId, runId, progress } = event;
    if (live.activity?.runId !== runId) return; // a late event of an earlier run
    live.activity.progress = progress;
    const points = this.#options.archive.extend(live.activity, event.points);
    this.#options.dispatcher.tell({ type: 'iterates', roomId, iterates: { runId, points, progress } });
    await this.#options.archive.saveCurveNowAndThen(live.activity);
  }

  async #end(
    live: LiveRoom,
    runId: RunId,
    how: 'finished' | 'stopped',
    outcome: RunOutcome | null,
  ): Promise<void> {
    try {
      const activity = live.activity?.runId === runId ? live.activity : null;
      if (activity) await this.#options.archive.saveCurve(activity);
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
