import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { roomIdSchema } from '../../../../server/protocol/ids';
import { ResultPage } from '../../../_components/gallery/result-page';
import { readerI18n } from '../../../_lib/reader';
import { shareCard } from '../../../_lib/share-card';
import { THEME_COOKIE, toTheme } from '../../../_lib/theme';
import { toldShare } from '../../../_lib/told-share';

interface GalleryPageProps {
  readonly params: Promise<{ roomId: string; runId: string }>;
}

export async function generateMetadata({ params }: GalleryPageProps): Promise<Metadata> {
  const roomId = roomIdSchema.safeParse((await params).roomId);
  return shareCard(roomId.data ?? null, await toldShare(), (await readerI18n()).t);
}

/** A published result, for anybody: what the server tells of it in the request. */
export default async function GalleryPage({ params }: GalleryPageProps) {
  const roomId = roomIdSchema.safeParse((await params).roomId);
  const published = (await toldShare())?.published;
  if (!roomId.success || !published) notFound();
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  return <ResultPage roomId={roomId.data} published={published} theme={theme} />;
}
