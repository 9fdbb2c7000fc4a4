import { AppError } from '../errors';
import type { CurvePoint } from '../protocol/curves';
import type { ImageId, MemberId, RoomId, RunId } from '../protocol/ids';
import type { ImageInfo } from '../protocol/images';
import type { Moment } from '../protocol/moments';
import type { Role } from '../protocol/roles';
import type { Run } from '../protocol/runs';
import { settingsAt } from '../protocol/settings-at';
import type { Painting } from '../protocol/share';
import { toError } from './dispatcher';
import type { LiveRoom } from './live-room';
import type { LiveRooms } from './live-rooms';
import type { KeyframeRecord, MemberRecord, ResultRecord, RoomRecord, RunRecord } from './record';
import { deletedProblem } from './room-commands';
import type { RunArchive } from './run-archive';
import { startOf } from './run-moments';
import { toRun } from './snapshot';

/** The person's id in a room: see `PersonCookies.memberId`. */
export type MemberIdOf = (personId: string, roomId: RoomId) => MemberId;

/** What is kept of a run's course. */
export interface RunCourse {
  readonly pictures: readonly Pick<KeyframeRecord, 'picture' | 'width' | 'height'>[];
  readonly roomTitle: string;
  readonly run: Pick<RunRecord, 'number' | 'name'>;
}

/** A result that anybody may see. */
export interface PublishedResult {
  /** Of the room. */
  readonly title: string;
  readonly runId: RunId;
  readonly result: ResultRecord;
  /** How it was made, where it is in the gallery; `null` where it is not. */
  readonly painting: Painting | null;
}

/** What can be seen of the rooms, and by whom. It changes nothing. */
export class RoomReader {
  readonly #rooms: LiveRooms;
  readonly #archive: RunArchive;
  readonly #memberId: MemberIdOf;

  constructor(rooms: LiveRooms, archive: RunArchive, memberId: MemberIdOf) {
    this.#rooms = rooms;
    this.#archive = archive;
    this.#memberId = memberId;
  }

  /** The person as the room knows them. @throws AppError `unauthorised`; `not-found` where the room was deleted */
  member({ record }: LiveRoom, personId: string): MemberRecord {
    if (record.deletedAt !== null) throw toError(deletedProblem, `a visit to ${record.id}`);
    const memberId = this.#memberId(personId, record.id);
    const member = record.members.find((candidate) => candidate.id === memberId);
    if (member) return member;
    throw new AppError({
      code: 'unauthorised',
      message: `${memberId} has not entered ${record.id}`,
      userMessage: 'This link does not open the room. Ask somebody in the room for a new link.',
    });
  }

  /**
   * The role of a person who has entered the room.
   * @throws AppError `not-found`, `unauthorised`
   */
  async roleOf(roomId: RoomId, personId: string): Promise<Role> {
    return this.#rooms.within(roomId, async (live) => this.member(live, personId).role);
  }

  /** @throws AppError `not-found` where the picture is not in the room; `unauthorised` */
  async image(roomId: RoomId, personId: string, imageId: ImageId): Promise<ImageInfo> {
    return this.#rooms.within(roomId, async (live) => {
      this.member(live, personId);
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
      this.member(live, personId);
      const run = runIn(live.record, runId);
      return { run: toRun(run, live.liveness), curve: await this.#archive.curve(live, runId) };
    });
  }

  /** What a run has left, and the names for its download. @throws AppError `not-found`, `unauthorised` */
  async result(
    roomId: RoomId,
    personId: string,
    runId: RunId,
  ): Promise<{ result: ResultRecord; roomTitle: string; run: Pick<RunRecord, 'number' | 'name'> }> {
    return this.#rooms.within(roomId, async (live) => {
      this.member(live, personId);
      const run = runIn(live.record, runId);
      const { result } = run;
      if (!result) {
        throw notFound(
          `result of run ${runId}`,
          'This run has left no picture yet. Wait until it has ended, or stop it.',
        );
      }
      return { result, roomTitle: live.record.title, run };
    });
  }

  /**
   * The picture that was kept of a moment.
   * @returns also whether it is there to stay as it is: what comes after the state that a run would go on from may be made
   * anew, and differently
   * @throws AppError `not-found`, `unauthorised`
   */
  async keyframe(
    roomId: RoomId,
    personId: string,
    { runId, iteration }: Moment,
  ): Promise<{ keyframe: KeyframeRecord; isFinal: boolean }> {
    return this.#rooms.within(roomId, async (live) => {
      this.member(live, personId);
      const run = runIn(live.record, runId);
      const keyframe = run.keyframes.find((candidate) => candidate.iteration === iteration);
      if (!keyframe) {
        throw notFound(
          `keyframe ${iteration} of run ${runId}`,
          'No picture is kept of this moment: there is one only of some iterations, and old ones are let go after a while. Choose another moment on the timeline.',
        );
      }
      const kept = Math.max(run.result?.iteration ?? -1, startOf(run)?.iteration ?? -1);
      return { keyframe, isFinal: iteration <= kept };
    });
  }

  /**
   * The pictures that are kept of a run's course, the latest one last, and the names for a download of them.
   * @throws AppError `not-found`, `unauthorised`
   */
  async course(roomId: RoomId, personId: string, runId: RunId): Promise<RunCourse> {
    return this.#rooms.within(roomId, async (live) => {
      this.member(live, personId);
      const run = runIn(live.record, runId);
      const { keyframes, result } = run;
      const pictures: RunCourse['pictures'][number][] = [...keyframes];
      if (result && result.iteration > (keyframes.at(-1)?.iteration ?? -1)) {
        pictures.push({ picture: result.png, width: result.width, height: result.height });
      }
      return { pictures, roomTitle: live.record.title, run };
    });
  }

  /**
   * What an owner has published, for anybody.
   * @param runId by default the latest run of those that are published
   * @returns `null` where nothing is, also where there is no such room: strangers are not told which rooms there are
   */
  async published(roomId: RoomId, runId?: RunId): Promise<PublishedResult | null> {
    try {
      return await this.#rooms.within(roomId, async ({ record }) => {
        const run = record.runs.findLast(
          ({ id, published, result }) =>
            published && result !== null && (runId === undefined || id === runId),
        );
        if (!run?.result) return null;
        const { id, result, listedAt } = run;
        const painting = listedAt === null ? null : paintingOf(run, result);
        return { title: record.title, runId: id, result, painting };
      });
    } catch (error) {
      if (error instanceof AppError && error.code === 'not-found') return null;
      throw error;
    }
  }
}

/** How a result was made: what was steered since, by whoever continued the run, is nobody's business. */
function paintingOf(run: RunRecord, { iteration, width, height }: ResultRecord): Painting {
  const { styleBlend: _b, initialImage: _i, ...settings } = settingsAt(run, iteration);
  return { settings, picture: { width, height }, styles: run.styles.length, iteration };
}

function runIn(room: RoomRecord, runId: RunId): RunRecord {
  const run = room.runs.find((candidate) => candidate.id === runId);
  if (!run) throw notFound(`run ${runId} of ${room.id}`, 'This run is not in the room.');
  return run;
}

function notFound(what: string, userMessage: string): AppError {
  return new AppError({ code: 'not-found', message: `${what} not found`, userMessage });
}
