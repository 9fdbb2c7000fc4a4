import { cookies } from 'next/headers';
import Link from 'next/link';
import { roomIdSchema, runIdSchema } from '../../../../../server/protocol/ids';
import { roomPath } from '../../../../../server/protocol/moments';
import { RoomDoor } from '../../../../_components/room-door';
import { buttonClass } from '../../../../_components/ui/button';
import { PageMessage } from '../../../../_components/ui/page-message';
import { readerI18n } from '../../../../_lib/reader';
import { THEME_COOKIE, toTheme } from '../../../../_lib/theme';
import { toldShare } from '../../../../_lib/told-share';
import { shareMetadata } from '../../share-metadata';

interface RunPageProps {
  readonly params: Promise<{ roomId: string; runId: string }>;
}

export function generateMetadata({ params }: RunPageProps) {
  return shareMetadata(params);
}

/** The door of the room; behind it, what the address asks for is shown. */
export default async function RunPage({ params }: RunPageProps) {
  const ids = await params;
  const { t } = await readerI18n();
  const roomId = roomIdSchema.safeParse(ids.roomId);
  if (!roomId.success) {
    return <PageMessage title={t('errors.gone.title')} text={t('errors.gone.text')} />;
  }
  if (!runIdSchema.safeParse(ids.runId).success) {
    return (
      <PageMessage title={t('runPage.gone.title')} text={t('runPage.gone.text')}>
        <Link href={roomPath(roomId.data)} className={buttonClass('primary')}>
          {t('runPage.toRoom')}
        </Link>
      </PageMessage>
    );
  }
  const theme = toTheme((await cookies()).get(THEME_COOKIE)?.value);
  const published = (await toldShare())?.published?.runId ?? null;
  return <RoomDoor roomId={roomId.data} theme={theme} published={published} />;
}
