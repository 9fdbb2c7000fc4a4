import type UPlot from 'uplot';
import { axisLines, axisSplits } from '../../_lib/curve-series';
import { formatLoss } from '../../_lib/format';

interface AxesOptions {
  readonly log: boolean;
  readonly font: string;
  /** All lengths are multiplied by it. */
  readonly scale: number;
  readonly colourOf: (css: string) => string;
}

/** Whole steps only: there is nothing between two iterations. */
const iterationSteps = [1, 10, 100, 1000].flatMap((tens) => [1, 2, 5].map((step) => step * tens));

/** Iterations below, losses on the left. */
export function curveAxes({ log, font, scale, colourOf }: AxesOptions): UPlot.Axis[] {
  const axis: UPlot.Axis = {
    stroke: () => colourOf('var(--muted)'),
    font,
    grid: { stroke: () => colourOf('var(--line)'), width: scale },
    ticks: { show: false },
  };
  const values: UPlot.Axis = {
    ...axis,
    size: 52 * scale,
    gap: 6 * scale,
    values: (_, splits) => splits.map((value) => (value === null ? '' : formatLoss(value))),
  };
  return [
    { ...axis, size: 24 * scale, gap: 4 * scale, space: 50 * scale, incrs: iterationSteps },
    log
      ? {
          ...values,
          grid: { ...axis.grid, filter: (_, splits) => axisLines(splits) },
          splits: (_, __, min, max) => axisSplits(min, max),
          filter: (_, splits) => axisLines(splits),
        }
      : { ...values, space: 26 * scale },
  ];
}
