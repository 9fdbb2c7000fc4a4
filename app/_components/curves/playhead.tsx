'use client';

import { placeIn } from '../../_lib/curve-place';
import { shownMoment } from '../../_lib/moments';
import { useRoom } from '../../_lib/studio-context';
import type { PlotArea } from './curve-plot';

/** Where the kept moment is that is on the stage. */
export function Playhead({ area }: { readonly area: PlotArea }) {
  const moment = useRoom(shownMoment);
  if (moment === null) return null;
  return (
    <span
      aria-hidden
      data-testid="playhead"
      className="pointer-events-none absolute w-0.5 -translate-x-1/2 rounded-full bg-accent"
      style={{ left: placeIn(area, moment), top: area.top, height: area.height }}
    />
  );
}
