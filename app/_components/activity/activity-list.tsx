'use client';

import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { mayEdit } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { ActivityEntry } from './activity-entry';
import { useUndoMine } from './use-undo';

const none: readonly never[] = [];

/** Who has changed what, the latest first. */
export function ActivityList() {
  const { t } = useTranslation();
  const activity = useRoom((state) => state.room?.activity) ?? none;
  const editor = useRoom(mayEdit);
  const undoMine = useUndoMine();
  if (activity.length === 0) return <p className="text-muted">{t('activity.empty')}</p>;
  return (
    <>
      {editor && (
        <div className="flex items-center gap-3">
          <Button size="small" onClick={() => void undoMine()}>
            <Undo2 aria-hidden />
            {t('activity.undoMine')}
          </Button>
          <span className="text-xs text-muted">{t('activity.undoKey')}</span>
        </div>
      )}
      <ol aria-label={t('activity.title')} className="flex flex-col gap-2.5">
        {activity.toReversed().map((entry) => (
          <ActivityEntry key={entry.number} entry={entry} />
        ))}
      </ol>
    </>
  );
}
