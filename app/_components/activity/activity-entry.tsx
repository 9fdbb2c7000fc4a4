'use client';

import { useTranslation } from 'react-i18next';
import type { Activity } from '../../../server/protocol/activity';
import { deedText } from '../../_lib/activity-text';
import { formatMoment } from '../../_lib/format';
import { mayChangeSettings } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { undoStateOf } from '../../_lib/undo';
import { MemberDot } from '../people/member-dot';
import { Button } from '../ui/button';
import { useUndo } from './use-undo';

/** One sentence, and taking it back where that can be done. */
export function ActivityEntry({ entry }: { readonly entry: Activity }) {
  const { t } = useTranslation();
  const changer = useRoom(mayChangeSettings);
  const undo = useUndo();
  const { memberId, memberName: name, at } = entry;
  // Words, not the room: that changes with every iteration.
  const deed = useRoom((state) => deedText(entry.deed, state, t));
  const state = useRoom(({ room }) => room && undoStateOf(room, entry));
  return (
    <li className="flex items-start gap-2">
      <MemberDot memberId={memberId} />
      <div className="flex min-w-0 grow flex-col">
        <p className="text-[0.8125rem] wrap-anywhere">
          <span className="font-medium">{name}</span> {deed}
        </p>
        {(state === 'undone' || state === 'overtaken') && (
          <p className="text-xs text-muted">{t(`activity.${state}`)}</p>
        )}
      </div>
      {changer && state === 'possible' && (
        <Button
          size="small"
          look="quiet"
          className="-my-1 -mr-2 hover:bg-panel!"
          aria-label={t('activity.undoNamed', { name, deed })}
          onClick={() => void undo(entry)}
        >
          {t('activity.undo')}
        </Button>
      )}
      <time dateTime={new Date(at).toISOString()} className="shrink-0 pt-px text-xs text-muted tabular-nums">
        {formatMoment(at, new Date())}
      </time>
    </li>
  );
}
