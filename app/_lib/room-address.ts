import { runIdSchema, type RunId } from '../../server/protocol/ids';
import { runPageQuerySchema } from '../../server/protocol/moments';

/** Which page of a room is open. */
export type RoomAddress = { readonly page: 'room' } | { readonly page: 'run'; readonly runId: RunId };

/** What the path of an address below `/r/` asks for. */
export function addressOf(pathname: string): RoomAddress {
  const runId = runIdSchema.safeParse(/^\/r\/[^/]+\/run\/([^/]+)\/?$/.exec(pathname)?.[1]);
  return runId.success ? { page: 'run', runId: runId.data } : { page: 'room' };
}

/** The moment that the query of a run's page asks for; `null` for none. @param search beginning with `?`, or empty */
export function momentOf(search: string): number | null {
  const query = Object.fromEntries(new URLSearchParams(search));
  return runPageQuerySchema.parse(query).at ?? null;
}
