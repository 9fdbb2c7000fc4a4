'use client';

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Mark } from '../../../server/protocol/runs';
import { editMarks } from '../../_lib/curve-marks';
import { placeIn } from '../../_lib/curve-place';
import type { MarkGroup } from '../../_lib/mark-groups';
import { changesText, type Names } from '../../_lib/setting-text';
import { membersOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { Tip } from '../ui/icon-button';
import type { PlotArea } from './curve-plot';
import { apartIn } from './use-plot-marks';

interface SteeringMarksProps {
  readonly marks: readonly Mark[];
  readonly area: PlotArea;
  readonly onPick: (iteration: number) => void;
}

/** A dot in the member's colour wherever somebody steered; pointed at, it says who changed what, and pressed, it goes there. */
export function SteeringMarks({ marks, area, onPick }: SteeringMarksProps) {
  const { t } = useTranslation();
  const members = useRoom(membersOf);
  const names = useMarkNames();
  return editMarks(marks, members, apartIn(area)).map((mark) => {
    const text = markText(mark, names, t);
    return (
      <Tip key={`${mark.memberId}-${mark.iteration}`} text={text}>
        <button
          type="button"
          aria-label={text}
          onClick={() => onPick(mark.iteration)}
          className="absolute flex size-5 -translate-1/2 items-center justify-center rounded-full"
          style={{ left: placeIn(area, mark.iteration), top: area.top }}
        >
          <span className="size-2.5 rounded-full ring-2 ring-ground" style={{ background: mark.colour }} />
        </button>
      </Tip>
    );
  });
}

/** Where the names of what was changed are found. */
export function useMarkNames(): Names {
  const room = useRoom((state) => state.room);
  const networks = useRoom((state) => state.networks);
  return { room, networks };
}

/** Who changed what, from what to what. */
export function markText({ memberName, iteration, changes }: MarkGroup, names: Names, t: TFunction): string {
  return t('curves.mark', { name: memberName, iteration, changes: changesText(changes, names, t) });
}
