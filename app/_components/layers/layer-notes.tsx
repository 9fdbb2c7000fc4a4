'use client';

import { useTranslation } from 'react-i18next';
import { activeRun, isLockedOut, mayEdit, settingOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import type { Diagram } from './use-diagram';

/** How to use the diagram, what comes of it, and why something in it cannot be done. */
export function LayerNotes({
  tracks,
  obstacleIds,
  missing,
}: Pick<Diagram, 'tracks' | 'obstacleIds' | 'missing'>) {
  const { t } = useTranslation();
  const watching = useRoom((state) => !mayEdit(state));
  const locked = useRoom(isLockedOut);
  const off = {
    content: useRoom((state) => settingOf(state, 'contentWeight') === 0),
    style: useRoom((state) => settingOf(state, 'styleWeight') === 0),
  };
  const steered = useRoom((state) => {
    const run = activeRun(state);
    if (!run) return null;
    const { network } = run.settings;
    if (network === settingOf(state, 'network')) return 'same';
    return state.networks.find(({ id }) => id === network)?.name ?? network;
  });
  const obstacle = locked ? t('roomMenu.lockedText') : watching ? t('room.watching') : null;
  return (
    <div className="flex flex-col gap-1 text-xs text-muted">
      <p id={obstacleIds.locked}>{obstacle ?? t('layers.keys')}</p>
      <p id={obstacleIds.missing} hidden>
        {missing}
      </p>
      {tracks.map(({ kind }) => off[kind] && <p key={kind}>{t(`layers.without.${kind}`)}</p>)}
      {!obstacle && steered && (
        <p className="text-accent">
          {steered === 'same' ? t('layers.live') : t('layers.otherNetwork', { network: steered })}
        </p>
      )}
      <p role="status" className="text-ink empty:hidden">
        {tracks.find(({ refused }) => refused) &&
          t(`layers.last.${tracks.find(({ refused }) => refused)!.kind}`)}
      </p>
    </div>
  );
}
