import { headers } from 'next/headers';
import { readShare, SHARE_HEADER, type Share } from '../../server/protocol/share';

/** What the server says that anybody may know of the page that is asked for; `null` is nothing. For the server. */
export async function toldShare(): Promise<Share | null> {
  return readShare((await headers()).get(SHARE_HEADER));
}
