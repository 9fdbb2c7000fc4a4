'use client';

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../server/protocol/runs';
import { formatList, formatNumber } from '../../_lib/format';
import { groupMarks, type MarkGroup } from '../../_lib/mark-groups';
import { fieldName } from '../../_lib/setting-words';
import { useRoom } from '../../_lib/studio-context';
import { Tip } from '../ui/icon-button';
import type { PlotArea } from './curve-plot';

/** Marks that are closer than this are one. */
const APART_PX = 7;

interface SteeringMarksProps {
  readonly marks: readonly Mark[];
  readonly area: PlotArea;
}

/** A line in the member's colour wherever somebody steered; pointed at, it says who changed what. */
export function SteeringMarks({ marks, area }: SteeringMarksProps) {
  const { t } = useTranslation();
  const members = useRoom((state) => state.room?.members) ?? [];
  const span = Math.max(1, area.to - area.from);
  const groups = groupMarks(marks, (APART_PX / Math.max(1, area.width)) * span);
  return groups.map((group) => {
    const colour = members.find((member) => member.id === group.memberId)?.colour ?? 'var(--muted)';
    const text = markText(group, t);
    return (
      <Tip key={`${group.memberId}-${group.iteration}`} text={text}>
        <button
          type="button"
          aria-label={text}
          className="absolute flex w-2.5 -translate-x-1/2 justify-center"
          style={{
            left: area.left + ((group.iteration - area.from) / span) * area.width,
            top: area.top,
            height: area.height,
          }}
        >
          <span className="h-full w-0.5" style={{ background: colour }} />
          <span className="absolute -top-1 size-2 rounded-full" style={{ background: colour }} />
        </button>
      </Tip>
    );
  });
}

function markText({ memberName, iteration, changes }: MarkGroup, t: TFunction): string {
  const list = changes.map(({ field, from, to }) => {
    const name = fieldName(field, t);
    const isPlain = (value: unknown) => typeof value === 'number' || typeof value === 'string';
    if (!isPlain(from) || !isPlain(to)) return t('curves.changeOnly', { field: name });
    return t('curves.change', { field: name, from: plain(from, t), to: plain(to, t) });
  });
  return t('curves.mark', { name: memberName, iteration, changes: formatList(list) });
}

function plain(value: unknown, t: TFunction): string {
  return typeof value === 'number' ? (value === 0 ? t('settings.off') : formatNumber(value)) : String(value);
}
