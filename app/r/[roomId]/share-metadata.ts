import type { Metadata } from 'next';
import { roomIdSchema } from '../../../server/protocol/ids';
import { readerI18n } from '../../_lib/reader';
import { shareCard } from '../../_lib/share-card';
import { toldShare } from '../../_lib/told-share';

/** What the pages of rooms and runs say of themselves to whoever gets their link. */
export async function shareMetadata(params: Promise<{ roomId: string }>): Promise<Metadata> {
  const roomId = roomIdSchema.safeParse((await params).roomId);
  const { t } = await readerI18n();
  return shareCard(roomId.data ?? null, await toldShare(), t);
}
