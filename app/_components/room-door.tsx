'use client';

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { galleryPagePath } from '../../server/protocol/gallery';
import type { RoomId, RunId } from '../../server/protocol/ids';
import { SLOW_SECONDS } from '../_lib/connection-notice';
import { loadPart } from '../_lib/load-part';
import { rememberName, rememberedName } from '../_lib/member-name';
import type { Theme } from '../_lib/theme';
import { useEntry } from '../_lib/use-entry';
import { useSeconds } from '../_lib/use-seconds';
import { NamePage } from './people/name-page';
import { RoomClosed } from './room-closed';
import { onDemand } from './ui/on-demand';

const loadStudio = () => import('./studio-session').then((module) => module.StudioSession);
const StudioSession = onDemand(loadStudio, Opening);

interface RoomDoorProps {
  readonly roomId: RoomId;
  readonly theme: Theme;
  /** The run whose result anybody may see, also who is not let in; `null` where there is none. */
  readonly published: RunId | null;
}

/** Lets people into a room: exchanges the link's key, asks for a name once, then opens the studio. */
export function RoomDoor({ roomId, theme, published }: RoomDoorProps) {
  const { entry, attempt, retry } = useEntry(roomId);
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    // The studio's code comes while the server looks at the key.
    void loadPart(loadStudio);
  }, []);

  if (entry.kind === 'entering') return <Opening />;
  if (entry.kind === 'refused') {
    return (
      <RoomClosed
        problem={entry.problem}
        published={published && galleryPagePath(roomId, published)}
        onRetry={retry}
      />
    );
  }
  const known = entry.name ?? name ?? rememberedName();
  if (known === null) {
    return (
      <NamePage
        onName={(chosen) => {
          rememberName(chosen);
          setName(chosen);
        }}
      />
    );
  }
  // A new key may be a new role: the studio starts afresh with it.
  return (
    <StudioSession
      key={attempt}
      roomId={roomId}
      title={entry.title}
      name={entry.name ? undefined : known}
      theme={theme}
    />
  );
}

function Opening() {
  const { t } = useTranslation();
  const slow = useSeconds(true) >= SLOW_SECONDS;
  return (
    <main
      className="flex min-h-dvh flex-col items-center justify-center gap-2 px-6 text-center text-muted"
      aria-busy
    >
      <p className="animate-pulse">{t('room.loading')}</p>
      <p role="status" className="text-[0.8125rem]">
        {slow && t('room.loadingSlow')}
      </p>
    </main>
  );
}
