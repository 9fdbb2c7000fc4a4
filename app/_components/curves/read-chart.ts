import type UPlot from 'uplot';
import type { ReadingStore } from '../../_lib/curve-reading';

/** Where the library hides its cursor. */
const NOWHERE = { left: -10, top: -10 };

interface ChartReading {
  /** To be called when the curves have grown: what is under the pointer may be another iteration then. */
  refresh(): void;
  dispose(): void;
}

/**
 * Lets a chart be read with mouse, pen and finger, and shows where it is read, whatever the reading was moved with.
 * @param onPick called with the iteration that was pressed
 */
export function readChart(
  plot: UPlot,
  reading: ReadingStore,
  onPick: (iteration: number) => void,
): ChartReading {
  const { over } = plot;
  /** Of the pointer, in the plot; `null` while it is elsewhere. */
  let left: number | null = null;

  const iterationAt = (place: number) => plot.data[0][plot.posToIdx(place)] ?? null;

  function show(): void {
    const { iteration } = reading.getState();
    // Without its hook, which would tell us what we have just told it.
    plot.setCursor(
      iteration === null ? NOWHERE : { left: plot.valToPos(iteration, 'x'), top: over.clientHeight / 2 },
      false,
    );
  }

  function onMove(event: PointerEvent): void {
    left = event.clientX - over.getBoundingClientRect().left;
    reading.setState({ iteration: iterationAt(left), by: 'pointer' });
  }
  function onLeave(): void {
    if (left === null) return;
    left = null;
    reading.setState({ iteration: null, by: 'pointer' });
  }
  function onClick(event: MouseEvent): void {
    const iteration = iterationAt(event.clientX - over.getBoundingClientRect().left);
    if (iteration !== null) onPick(iteration);
  }

  // A finger that moves sideways reads; one that moves up or down scrolls the page, and takes the reading away.
  over.style.touchAction = 'pan-y';
  over.addEventListener('pointerdown', onMove);
  over.addEventListener('pointermove', onMove);
  over.addEventListener('pointerleave', onLeave);
  over.addEventListener('pointercancel', onLeave);
  over.addEventListener('click', onClick);
  const unsubscribe = reading.subscribe(show);
  return {
    refresh() {
      if (left !== null) reading.setState({ iteration: iterationAt(left), by: 'pointer' });
      show();
    },
    // The listeners go with the element that they listen to.
    dispose: unsubscribe,
  };
}
