import type { ErrorCode, Problem } from '../protocol/errors';
import type { RoomEffect } from './inputs';
import type { RoomRecord } from './record';

export type Transition =
  | { readonly ok: true; readonly room: RoomRecord; readonly effects: readonly RoomEffect[] }
  | { readonly ok: false; readonly problem: Problem };

/** The new state, and what is to be done about it. */
export function keep(room: RoomRecord, ...effects: RoomEffect[]): Transition {
  return { ok: true, room, effects };
}

/** No change, and why. */
export function refuse(code: ErrorCode, message: string, field?: string): Transition {
  return { ok: false, problem: { code, message, field } };
}
