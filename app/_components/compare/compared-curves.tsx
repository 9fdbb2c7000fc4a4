'use client';

import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { pointAt, type CurveLine } from '../../_lib/curve-overlay';
import { seriesOf } from '../../_lib/curve-series';
import { formatList, formatLoss } from '../../_lib/format';
import { runTitle } from '../../_lib/run-title';
import { useCurve } from '../../_lib/use-curve';
import { CurveChart } from '../curves/curve-chart';

interface ComparedCurvesProps {
  readonly first: Run;
  readonly second: Run;
}

const total = seriesOf('kinds', []).filter(({ kind }) => kind === 'total');
const colours = ['var(--accent)', 'var(--curve-style)'];
const lines: readonly CurveLine[] = colours.flatMap((colour, of) =>
  total.map((series) => ({ series, colour, of })),
);
const noKeys: readonly string[] = [];

/** The total losses of two runs over each other, by their iterations; of two moments of one run, its own. */
export function ComparedCurves({ first, second }: ComparedCurvesProps) {
  const { t } = useTranslation();
  const [hovered, setHovered] = useState<number | null>(null);
  const [one, other] = [useCurve(first), useCurve(second)];
  const same = first.id === second.id;
  const curves = useMemo(() => (same ? [one] : [one, other]), [same, one, other]);
  const shown = (same ? [first] : [first, second]).map((run, of) => {
    const points = curves[of] ?? [];
    return { run, colour: colours[of], point: hovered === null ? points.at(-1) : pointAt(points, hovered) };
  });
  const label = formatList(
    shown.map(({ run, point }) => `${runTitle(run, t)}: ${formatLoss(point?.total ?? 0)}`),
    t,
  );
  return (
    <section aria-labelledby="compare-curves" className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4">
        <h3 id="compare-curves" className="font-medium">
          {t('compare.curves')}
        </h3>
        {shown.map(({ run, colour, point }, of) => (
          <span key={run.id} className="flex items-center gap-1.5 text-xs">
            <span
              aria-hidden
              className="w-4 border-t-2"
              style={{ borderColor: colour, borderStyle: of === 0 ? 'solid' : 'dotted' }}
            />
            {runTitle(run, t)}
            {point && <span className="text-muted tabular-nums">{formatLoss(point.total)}</span>}
          </span>
        ))}
      </div>
      {one.length > 1 || other.length > 1 ? (
        <CurveChart
          key={`${first.id} ${second.id}`}
          label={label}
          curves={curves}
          lines={same ? lines.slice(0, 1) : lines}
          hidden={noKeys}
          onHover={setHovered}
        />
      ) : (
        <p className="flex h-40 items-center justify-center text-muted">{t('compare.noCurves')}</p>
      )}
    </section>
  );
}
