'use client';

import { useStore } from 'zustand';
import { pageModes } from '../../_lib/page-modes';
import { activeRun, mayEdit } from '../../_lib/room-selectors';
import { useCommand, useStudio } from '../../_lib/studio-context';
import { useShortcuts } from '../../_lib/use-shortcuts';
import { toggleProjector } from '../projector/use-projector';
import { onDemand } from '../ui/on-demand';

const HelpDialog = onDemand(() => import('./help-dialog').then((module) => module.HelpDialog));

interface StudioKeysProps {
  /** Whether the page has a projector; that of a single run has none. */
  readonly projects: boolean;
}

/** Does what the keys of the studio mean, and shows their list. Looking back along a run is the timeline's affair. */
export function StudioKeys({ projects }: StudioKeysProps) {
  const { store, view } = useStudio();
  const command = useCommand();
  const help = useStore(pageModes, (modes) => modes.help);

  function pauseOrResume(): void | false {
    const state = store.getState();
    const run = activeRun(state);
    if (!run || !mayEdit(state) || state.connection !== 'online') return false;
    const paused = run.status.kind === 'paused' || run.wish === 'pause';
    void command({ type: paused ? 'run:resume' : 'run:pause', runId: run.id });
  }

  useShortcuts({
    pause: pauseOrResume,
    fit: () => view.getState().fit(),
    actualSize: () => view.getState().actualSize(),
    zoomIn: () => view.getState().zoomIn(),
    zoomOut: () => view.getState().zoomOut(),
    compare: () => view.getState().toggleCompare(),
    projector: projects ? toggleProjector : undefined,
    help: () => pageModes.setState({ help: true }),
  });
  return help && <HelpDialog projects={projects} onClose={() => pageModes.setState({ help: false })} />;
}
