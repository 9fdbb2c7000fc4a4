import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { roomIdSchema } from '../../../server/protocol/ids';
import { RoomDoor } from '../../_components/room-door';
import { PageMessage } from '../../_components/ui/page-message';
import { readerI18n } from '../../_lib/reader';
import { THEME_COOKIE, toTheme } from '../../_lib/theme';
import { toldShare } from '../../_lib/told-share';
import { shareMetadata } from './share-metadata';

interface RoomPageProps {
  readonly params: Promise<{ roomId: string }>;
}

export function generateMetadata({ params }: RoomPageProps): Promise<Metadata> {
  return shareMetadata(params);
}

export default async function RoomPage({ params }: RoomPageProps) {
  const roomId = roomIdSchema.safeParse((await params).roomId);
  if (!roomId.success) {
    const { t } = await readerI18n();
    return <PageMessage title={t('errors.gone.title')} text={t('errors.gone.text')} />;
  }
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  const published = (await toldShare())?.published?.runId ?? null;
  return <RoomDoor roomId={roomId.data} theme={theme} published={published} />;
}
