'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RoomId } from '../../server/protocol/ids';
import { createAttentionTeller } from '../_lib/attention';
import { FramePlayer } from '../_lib/frame-player';
import { createIntake } from '../_lib/intake';
import { createNewsQueue } from '../_lib/news';
import { readMaking } from '../_lib/read-making';
import { addressOf } from '../_lib/room-address';
import { createRoomStore } from '../_lib/room-store';
import { roomIsUsable } from '../_lib/room-usable';
import { createSettingsEditor } from '../_lib/settings-editor';
import { connectRoom } from '../_lib/socket-client';
import { createStageView } from '../_lib/stage-view';
import { StudioContext, type Studio as StudioParts } from '../_lib/studio-context';
import type { Theme } from '../_lib/theme';
import { reportProblem } from '../_lib/toast-queue';
import { RoomClosed } from './room-closed';
import { StudioKeys } from './shortcuts/studio-keys';
import { Studio } from './studio';
import { later } from './ui/later';
import { onDemand } from './ui/on-demand';

const RunAnnouncer = later(() => import('./run-announcer').then((module) => module.RunAnnouncer));
const UndoKey = later(() => import('./activity/undo-key').then((module) => module.UndoKey));
const RunPage = onDemand(() => import('./run-page/run-page').then((module) => module.RunPage));

interface StudioSessionProps {
  readonly roomId: RoomId;
  readonly title: string;
  /** `undefined` where the room knows this person already. */
  readonly name: string | undefined;
  readonly theme: Theme;
}

/** Holds the connection to a room for as long as a page of it is open. */
export function StudioSession({ roomId, title, name, theme }: StudioSessionProps) {
  const [studio, setStudio] = useState<StudioParts | null>(null);

  useEffect(() => {
    const store = createRoomStore();
    const news = createNewsQueue(store);
    const frames = new FramePlayer();
    const view = createStageView();
    const connection = connectRoom({
      roomId,
      name,
      dispatch: store.dispatch,
      frames,
      onProblem: reportProblem,
    });
    const settings = createSettingsEditor(store, connection.send, reportProblem);
    const intake = createIntake(roomId, connection.send, readMaking);
    const attention = createAttentionTeller(store, connection.attend);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- the connection is the outside thing that this effect opens
    setStudio({
      roomId,
      store,
      connection,
      frames,
      view,
      settings,
      intake,
      attention,
      news,
      report: reportProblem,
    });
    return () => {
      attention.close();
      news.close();
      connection.close();
      frames.dispose();
    };
  }, [roomId, name]);

  if (!studio) return null;
  return (
    <StudioContext value={studio}>
      <OpenOrClosed studio={studio} title={title} theme={theme} />
    </StudioContext>
  );
}

function OpenOrClosed({ studio, title, theme }: { studio: StudioParts; title: string; theme: Theme }) {
  const rejection = useStore(studio.store, (state) => state.rejection);
  const wasIn = useStore(studio.store, (state) => state.room !== null);
  const address = addressOf(usePathname());
  useEffect(() => {
    if (wasIn) roomIsUsable();
  }, [wasIn]);
  if (rejection) return <RoomClosed problem={rejection} wasIn={wasIn} />;
  return (
    <>
      {address.page === 'run' ? (
        <RunPage key={address.runId} runId={address.runId} title={title} theme={theme} />
      ) : (
        <Studio title={title} theme={theme} />
      )}
      <StudioKeys projects={address.page === 'room'} />
      <UndoKey />
      <RunAnnouncer />
    </>
  );
}
