import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { roomIdSchema } from '../../../server/protocol/ids';
import { readShare, SHARE_HEADER } from '../../../server/protocol/share';
import { readerI18n } from '../../_lib/reader';
import { shareCard } from '../../_lib/share-card';

/** What the pages of rooms and runs say of themselves to whoever gets their link. */
export async function shareMetadata(params: Promise<{ roomId: string }>): Promise<Metadata> {
  const roomId = roomIdSchema.safeParse((await params).roomId);
  const { t } = await readerI18n();
  return shareCard(roomId.data ?? null, readShare((await headers()).get(SHARE_HEADER)), t);
}
