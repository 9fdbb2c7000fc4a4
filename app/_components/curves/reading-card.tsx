'use client';

import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { CurvePoint } from '../../../server/protocol/curves';
import type { Run } from '../../../server/protocol/runs';
import { editMarks } from '../../_lib/curve-marks';
import { placeIn } from '../../_lib/curve-place';
import type { ReadingStore } from '../../_lib/curve-reading';
import { stopIndex, stopsOf } from '../../_lib/moments';
import { changesText } from '../../_lib/setting-text';
import { membersOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { MomentThumb } from '../timeline/moment-thumb';
import { cx } from '../ui/cx';
import type { PlotArea } from './curve-plot';
import { useMarkNames } from './steering-marks';
import { apartIn } from './use-plot-marks';
import { useReadPoint } from './use-read-point';

/** Between the pointer and the card. */
const GAP_PX = 12;

interface ReadingCardProps {
  readonly run: Run;
  readonly points: readonly CurvePoint[];
  readonly area: PlotArea;
  readonly reading: ReadingStore;
}

/** Beside where the curve is read: the picture of about then, and what was changed there. Absent while nobody reads. */
export function ReadingCard(props: ReadingCardProps) {
  const read = useStore(props.reading, ({ iteration }) => iteration !== null);
  return read ? <CardAt {...props} /> : null;
}

function CardAt({ run, points, area, reading }: ReadingCardProps) {
  const { t } = useTranslation();
  const members = useRoom(membersOf);
  const names = useMarkNames();
  const point = useReadPoint(points, reading);
  if (!point) return null;
  const stops = stopsOf(run);
  const stop = stops[stopIndex(stops, point.iteration)];
  const apart = apartIn(area);
  const edits = editMarks(run.marks, members, apart).filter(
    ({ iteration }) => Math.abs(iteration - point.iteration) <= apart,
  );
  const x = placeIn(area, point.iteration);
  const onLeft = x > area.left + area.width / 2;
  return (
    <div
      aria-hidden
      data-testid="reading-card"
      data-iteration={point.iteration}
      data-picture={stop?.picture}
      className={cx(
        'pointer-events-none absolute z-10 flex w-max gap-2.5 rounded-lg bg-panel/95 p-1.5 text-xs shadow-xl ring-1 ring-line backdrop-blur-sm',
        'max-sm:flex-col max-sm:gap-1.5',
        onLeft && '-translate-x-full',
      )}
      style={{
        left: onLeft ? x - GAP_PX : x + GAP_PX,
        top: area.top + 6,
        maxWidth: area.width / 2,
      }}
    >
      {stop && <MomentThumb run={run} iteration={stop.picture} className="h-20 max-w-32 rounded-md" />}
      <div className="flex min-w-0 flex-col gap-0.5 px-0.5 sm:py-0.5 sm:pr-1.5">
        <span className="font-medium tabular-nums">{t('curves.at', { iteration: point.iteration })}</span>
        <span className="text-muted tabular-nums">
          {t('curves.scale', { size: Math.max(point.width, point.height) })}
        </span>
        {stop && stop.picture !== point.iteration && (
          <span className="text-muted tabular-nums">
            {t('curves.pictureOf', { iteration: stop.picture })}
          </span>
        )}
        {edits.map((edit) => (
          <span key={`${edit.memberId} ${edit.iteration}`} className="flex max-w-56 gap-1.5">
            <span className="mt-1 size-2 shrink-0 rounded-full" style={{ background: edit.colour }} />
            <span>
              {t('curves.edit', { name: edit.memberName, changes: changesText(edit.changes, names, t) })}
            </span>
          </span>
        ))}
      </div>
    </div>
  );
}
