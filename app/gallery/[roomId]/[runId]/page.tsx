import type { Metadata } from 'next';
import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { roomIdSchema } from '../../../../server/protocol/ids';
import { readShare, SHARE_HEADER } from '../../../../server/protocol/share';
import { ResultPage } from '../../../_components/gallery/result-page';
import { readerI18n } from '../../../_lib/reader';
import { shareCard } from '../../../_lib/share-card';
import { THEME_COOKIE, toTheme } from '../../../_lib/theme';

interface GalleryPageProps {
  readonly params: Promise<{ roomId: string; runId: string }>;
}

const told = async () => readShare((await headers()).get(SHARE_HEADER));

export async function generateMetadata({ params }: GalleryPageProps): Promise<Metadata> {
  const roomId = roomIdSchema.safeParse((await params).roomId);
  return shareCard(roomId.data ?? null, await told(), (await readerI18n()).t);
}

/** A published result, for anybody: what the server tells of it in the request. */
export default async function GalleryPage({ params }: GalleryPageProps) {
  const roomId = roomIdSchema.safeParse((await params).roomId);
  const published = (await told())?.published;
  if (!roomId.success || !published) notFound();
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return <ResultPage roomId={roomId.data} published={published} theme={theme} />;
}
