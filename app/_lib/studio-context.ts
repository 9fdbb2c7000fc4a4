'use client';

import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import type { Command } from '../../server/protocol/commands';
import type { RoomId } from '../../server/protocol/ids';
import type { Problem } from '../../server/protocol/errors';
import type { AttentionTeller } from './attention';
import type { FramePlayer } from './frame-player';
import type { Intake, IntakeState } from './intake';
import type { NewsQueue } from './news';
import type { RoomState } from './room-reducer';
import type { RoomConnection } from './room-session';
import type { RoomStore } from './room-store';
import type { SettingsEditor } from './settings-editor';
import type { StageView, StageViewStore } from './stage-view';

/** What every part of the studio works with. */
export interface Studio {
  readonly roomId: RoomId;
  readonly store: RoomStore;
  readonly connection: RoomConnection;
  readonly frames: FramePlayer;
  readonly view: StageViewStore;
  readonly settings: SettingsEditor;
  readonly intake: Intake;
  readonly attention: AttentionTeller;
  readonly news: NewsQueue;
  /** Shows a problem as a toast. */
  readonly report: (problem: Problem) => void;
}

export const StudioContext = createContext<Studio | null>(null);

/** @throws outside a studio */
export function useStudio(): Studio {
  const studio = useContext(StudioContext);
  if (!studio) throw new Error('This component belongs into a studio.');
  return studio;
}

/** A part of the room's state; the selector has to give the same reference while nothing changed. */
export function useRoom<T>(selector: (state: RoomState) => T): T {
  return useStore(useStudio().store, selector);
}

/** Sends a command and shows a refusal as a toast. The answer says whether it was accepted. */
export function useCommand(): (command: Command) => Promise<boolean> {
  const { connection, settings, report } = useStudio();
  return useCallback(
    async (command) => {
      settings.flush();
      const answer = await connection.send(command);
      if (!answer.ok) report(answer.problem);
      return answer.ok;
    },
    [connection, settings, report],
  );
}

/** A part of what is on its way into the room; see {@link useRoom}. */
export function useIntake<T>(selector: (state: IntakeState) => T): T {
  return useStore(useStudio().intake.store, selector);
}

/** A part of how this page looks at the picture; see {@link useRoom}. */
export function useStageView<T>(selector: (state: StageView) => T): T {
  return useStore(useStudio().view, selector);
}
