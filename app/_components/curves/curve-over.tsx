'use client';

import type { CurvePoint } from '../../../server/protocol/curves';
import type { Run } from '../../../server/protocol/runs';
import type { ReadingStore } from '../../_lib/curve-reading';
import type { Series } from '../../_lib/curve-series';
import type { PlotArea } from './curve-plot';
import { CurveSlider } from './curve-slider';
import { ForkMarks } from './fork-marks';
import { Playhead } from './playhead';
import { ReadingCard } from './reading-card';
import { SteeringMarks } from './steering-marks';

interface CurveOverProps {
  readonly run: Run;
  readonly points: readonly CurvePoint[];
  readonly series: readonly Series[];
  /** Keys of the series that are not shown. */
  readonly hidden: readonly string[];
  readonly area: PlotArea;
  readonly reading: ReadingStore;
  readonly onPick: (iteration: number) => void;
}

/** What lies over the curves of a run. The curves themselves can be pointed at through it. */
export function CurveOver(props: CurveOverProps) {
  const { run, points, series, hidden, area, reading, onPick } = props;
  return (
    <>
      <Playhead area={area} />
      <CurveSlider
        points={points}
        series={series}
        hidden={hidden}
        area={area}
        reading={reading}
        onPick={onPick}
      />
      <ForkMarks run={run} area={area} />
      <SteeringMarks marks={run.marks} area={area} onPick={onPick} />
      <ReadingCard run={run} points={points} area={area} reading={reading} />
    </>
  );
}
