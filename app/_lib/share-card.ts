import type { TFunction } from 'i18next';
import type { Metadata } from 'next';
import { publishedPath } from '../../server/protocol/http';
import type { RoomId } from '../../server/protocol/ids';
import type { Share } from '../../server/protocol/share';
import { roomName } from './room-name';

/** In public/. */
const GENERIC_PICTURE = { url: '/share-card.jpg', width: 1200, height: 630 };

/**
 * What a link to a room or a run looks like where it is shown: what an owner has published, and else nothing of the room.
 * @param share what the server says that anybody may know; `null` is nothing
 */
export function shareCard(roomId: RoomId | null, share: Share | null, t: TFunction): Metadata {
  const published = roomId && share?.published;
  const title = published ? roomName(published.title, t) : t('card.title');
  const description = published ? t('card.published') : t('app.description');
  const picture = published
    ? {
        url: `${publishedPath(roomId, published.runId)}?v=${published.version}`,
        width: published.width,
        height: published.height,
      }
    : GENERIC_PICTURE;
  const image = { ...picture, alt: t(published ? 'card.publishedPicture' : 'card.picture') };
  return {
    title: published ? title : t('card.tab'),
    description,
    robots: { index: false },
    ...(share && { metadataBase: new URL(share.origin) }),
    openGraph: { type: 'website', siteName: t('app.name'), title, description, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  };
}
