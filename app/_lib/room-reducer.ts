import type { CurvePoint } from '../../server/protocol/curves';
import type { Problem } from '../../server/protocol/errors';
import type { Access, Frame, Iterates, Welcome } from '../../server/protocol/events';
import type { MemberId, RunId } from '../../server/protocol/ids';
import type { NetworkStatus } from '../../server/protocol/networks';
import type { PresenceBatch } from '../../server/protocol/presence';
import type { Room } from '../../server/protocol/room';
import { isActive, type Run } from '../../server/protocol/runs';
import type { Settings } from '../../server/protocol/settings';
import { appendPoints, mergePoints } from './curve-points';
import { follow, presencesOf, withPresence, type Looks } from './presence-reducer';

/** `stopping`: still there, but the server has said that it is about to go. */
export type Connection = 'connecting' | 'online' | 'stopping' | 'reconnecting' | 'offline';
export type Field = keyof Settings;

/** A welcome, with the room as it is now. */
export interface Arrival extends Omit<Welcome, 'catchUp'> {
  readonly room: Room;
}

/** Who this browser is in the room, and the links that it may pass on. */
export type Session = Pick<Welcome, 'memberId' | 'role' | 'keys' | 'origins'>;

/** `complete` is false while only the points since some moment are known. */
export interface Curve {
  readonly points: readonly CurvePoint[];
  readonly complete: boolean;
}

/** A value that was set here and that the server has not yet answered with its own state. */
export interface Draft {
  readonly value: unknown;
  /** Raised by every change, so that the answer to an earlier one does not end a later one. */
  readonly version: number;
  /** True while the slider is held. */
  readonly held: boolean;
  /** The revision that contains it, once the server has acknowledged it. */
  readonly until: number | null;
}

export interface RoomState extends Looks {
  readonly connection: Connection;
  readonly session: Session | null;
  readonly room: Room | null;
  readonly networks: readonly NetworkStatus[];
  readonly curves: Readonly<Record<string, Curve>>;
  /** What the newest frame shows; its pixels are with the frame player. */
  readonly frame: Frame | null;
  /** The run that is looked at; `null` follows the latest one. */
  readonly view: RunId | null;
  /** The iteration of it that is looked back at; `null`: its newest frame, or its result. */
  readonly moment: number | null;
  /** The run that was last seen going: an older one that was continued stays in sight when it ends. */
  readonly lastActive: RunId | null;
  readonly drafts: Readonly<Partial<Record<Field, Draft>>>;
  readonly fieldProblems: Readonly<Partial<Record<Field, Problem>>>;
  /** Why not everything of what goes on in the room can be kept just now. */
  readonly unkept: Problem | null;
  /** Why the server does not let this browser in. */
  readonly rejection: Problem | null;
}

export type Versions = Readonly<Partial<Record<Field, number>>>;

export type RoomAction =
  | { readonly type: 'connection'; readonly connection: Connection }
  | { readonly type: 'welcome'; readonly welcome: Arrival }
  | { readonly type: 'rejected'; readonly problem: Problem }
  | { readonly type: 'unkept'; readonly problem: Problem | null }
  /** What this browser may do from now on. */
  | { readonly type: 'access'; readonly access: Access }
  | { readonly type: 'room'; readonly room: Room }
  | { readonly type: 'presence'; readonly batch: PresenceBatch }
  /** Goes along with what a member looks at, until this browser looks elsewhere. */
  | { readonly type: 'follow'; readonly memberId: MemberId | null }
  | { readonly type: 'iterates'; readonly iterates: Iterates }
  | { readonly type: 'frame'; readonly frame: Frame }
  | { readonly type: 'networks'; readonly networks: readonly NetworkStatus[] }
  | { readonly type: 'curve-loaded'; readonly runId: RunId; readonly points: readonly CurvePoint[] }
  | { readonly type: 'view'; readonly runId: RunId | null; readonly moment?: number | null }
  | {
      readonly type: 'drafted';
      readonly field: Field;
      readonly value: unknown;
      readonly version: number;
      readonly held: boolean;
    }
  | { readonly type: 'released'; readonly field: Field }
  | { readonly type: 'acknowledged'; readonly versions: Versions; readonly revision: number }
  | {
      readonly type: 'refused';
      readonly versions: Versions;
      readonly field: Field | null;
      readonly problem: Problem;
    };

export const initialRoomState: RoomState = {
  connection: 'connecting',
  session: null,
  room: null,
  networks: [],
  curves: {},
  frame: null,
  presences: {},
  following: null,
  view: null,
  moment: null,
  lastActive: null,
  drafts: {},
  fieldProblems: {},
  unkept: null,
  rejection: null,
};

/** The next state of the page's copy of a room. Pure: the same events in the same order give the same page. */
export function reduceRoom(state: RoomState, action: RoomAction): RoomState {
  switch (action.type) {
    case 'connection':
      return { ...state, connection: action.connection };
    case 'welcome':
      return welcomed(state, action.welcome);
    case 'rejected':
      return { ...state, rejection: action.problem };
    case 'unkept':
      return { ...state, unkept: action.problem };
    case 'access':
      return { ...state, session: state.session && { ...state.session, ...action.access } };
    case 'room':
      return withRoom(state, action.room);
    case 'presence':
      return withPresence(state, action.batch);
    case 'follow':
      return follow({ ...state, following: action.memberId });
    case 'iterates':
      return withIterates(state, action.iterates);
    case 'frame':
      return { ...state, frame: action.frame };
    case 'networks':
      return { ...state, networks: action.networks };
    case 'curve-loaded': {
      const known = state.curves[action.runId]?.points ?? [];
      return withCurve(state, action.runId, { points: mergePoints(action.points, known), complete: true });
    }
    case 'view':
      return { ...state, view: action.runId, moment: action.moment ?? null, following: null };
    case 'drafted': {
      const draft: Draft = { value: action.value, version: action.version, held: action.held, until: null };
      return {
        ...state,
        drafts: { ...state.drafts, [action.field]: draft },
        fieldProblems: without(state.fieldProblems, [action.field]),
      };
    }
    case 'released': {
      const draft = state.drafts[action.field];
      if (!draft) return state;
      const drafts = { ...state.drafts, [action.field]: { ...draft, held: false } };
      return { ...state, drafts: settledDrafts(drafts, state.room) };
    }
    case 'acknowledged': {
      const drafts = { ...state.drafts };
      for (const field of answered(state, action.versions)) {
        drafts[field] = { ...drafts[field]!, until: action.revision };
      }
      return { ...state, drafts: settledDrafts(drafts, state.room) };
    }
    case 'refused': {
      const fieldProblems = action.field
        ? { ...state.fieldProblems, [action.field]: action.problem }
        : state.fieldProblems;
      return { ...state, drafts: without(state.drafts, answered(state, action.versions)), fieldProblems };
    }
  }
}

/**
 * What the server says on arrival replaces what was known: after a break, anything may have happened. What was set here and is
 * not answered yet stays, for it is sent again.
 */
function welcomed(state: RoomState, welcome: Arrival): RoomState {
  const { memberId, role, keys, origins, room, networks, curve, present, unkept } = welcome;
  const known = state.view !== null && room.runs.some((run) => run.id === state.view);
  return follow({
    ...state,
    connection: 'online',
    session: { memberId, role, keys, origins },
    room,
    networks,
    curves: curve ? { [curve.runId]: { points: curve.points, complete: true } } : {},
    presences: presencesOf(present),
    view: known ? state.view : null,
    moment: known ? state.moment : null,
    lastActive: lastActiveOf(room, state.lastActive),
    drafts: settledDrafts(acknowledgedBy(state.drafts, room), room),
    fieldProblems: {},
    unkept,
    rejection: null,
  });
}

function withRoom(state: RoomState, room: Room): RoomState {
  if (state.room && room.revision < state.room.revision) return state;
  const before = new Map(state.room?.runs.map((run) => [run.id, run]));
  const runs = room.runs.map((run) => withNewerProgress(run, before.get(run.id)));
  const next = { ...room, runs };
  return {
    ...state,
    room: next,
    curves: withoutAbandoned(state.curves, next),
    lastActive: lastActiveOf(next, state.lastActive),
    drafts: settledDrafts(state.drafts, next),
  };
}

function lastActiveOf({ runs }: Room, before: RunId | null): RunId | null {
  return runs.find((run) => isActive(run.status))?.id ?? before;
}

/** What a run is about to make again is taken off its curve: what comes would be put behind it. */
function withoutAbandoned(curves: RoomState['curves'], { runs }: Room): RoomState['curves'] {
  const cut = runs.flatMap(({ id, status, progress }) => {
    const curve = curves[id];
    if (!curve || status.kind !== 'resuming') return [];
    const points = curve.points.filter(({ iteration }) => iteration <= progress.iteration);
    return points.length < curve.points.length ? [[id, { ...curve, points }] as const] : [];
  });
  return cut.length === 0 ? curves : { ...curves, ...Object.fromEntries(cut) };
}

/** Iterates come faster than room states, which must not turn the progress back. */
function withNewerProgress(run: Run, before: Run | undefined): Run {
  if (
    !before ||
    !isActive(run.status) ||
    run.status.kind === 'resuming' ||
    before.progress.iteration <= run.progress.iteration
  )
    return run;
  const { iteration, remainingSeconds } = before.progress;
  return { ...run, progress: { ...run.progress, iteration, remainingSeconds } };
}

function withIterates(state: RoomState, { runId, points, progress }: Iterates): RoomState {
  const curve = state.curves[runId];
  const fromTheStart = (points[0]?.iteration ?? Infinity) <= 1;
  const next = withCurve(state, runId, {
    points: appendPoints(curve?.points ?? [], points),
    complete: curve?.complete ?? fromTheStart,
  });
  if (!next.room) return next;
  const runs = next.room.runs.map((run) => (run.id === runId ? { ...run, progress } : run));
  return { ...next, room: { ...next.room, runs } };
}

function withCurve(state: RoomState, runId: RunId, curve: Curve): RoomState {
  return { ...state, curves: { ...state.curves, [runId]: curve } };
}

/** The fields whose latest change is the one that was answered. */
function answered(state: RoomState, versions: Versions): Field[] {
  const fields = Object.keys(versions) as Field[];
  return fields.filter((field) => state.drafts[field]?.version === versions[field]);
}

/** Drafts that the server's state contains by now give way to it, but not under a held slider. */
function settledDrafts(drafts: RoomState['drafts'], room: Room | null): RoomState['drafts'] {
  const fields = Object.keys(drafts) as Field[];
  return without(
    drafts,
    fields.filter((field) => {
      const { held, until } = drafts[field]!;
      return !held && until !== null && room !== null && room.revision >= until;
    }),
  );
}

/** A room that is new here contains whatever was acknowledged, also where its server counts from a lower revision. */
function acknowledgedBy(drafts: RoomState['drafts'], { revision }: Room): RoomState['drafts'] {
  const entries = Object.entries(drafts) as [Field, Draft][];
  return Object.fromEntries(
    entries.map(([field, draft]) => [
      field,
      draft.until === null ? draft : { ...draft, until: Math.min(draft.until, revision) },
    ]),
  );
}

function without<T extends object>(record: T, keys: readonly (keyof T)[]): T {
  if (keys.length === 0) return record;
  const copy = { ...record };
  for (const key of keys) delete copy[key];
  return copy;
}
