'use client';

import { Slider } from '@base-ui/react/slider';

interface TrackSliderProps {
  readonly label: string;
  /** The value as people read it. */
  readonly valueText: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly disabled?: boolean;
  /** A value that a small line on the track marks. */
  readonly mark?: number;
  /** `held` while it is being dragged. */
  readonly onChange: (value: number, held: boolean) => void;
  readonly onRelease: () => void;
}

/** A slider comes back to the value that it started from without a word; so the pointer's own end counts as well. */
function whenPointerLeaves(callback: () => void): void {
  const end = new AbortController();
  for (const type of ['pointerup', 'pointercancel']) {
    window.addEventListener(
      type,
      () => {
        end.abort();
        callback();
      },
      { signal: end.signal },
    );
  }
}

export function TrackSlider(props: TrackSliderProps) {
  const { label, valueText, min, max, step, value, disabled, mark, onChange, onRelease } = props;
  return (
    <Slider.Root
      className="min-w-0 grow data-disabled:opacity-45"
      min={min}
      max={max}
      step={step}
      value={value}
      disabled={disabled}
      onValueChange={(next, { reason }) => onChange(next, reason === 'drag' || reason === 'track-press')}
      onValueCommitted={onRelease}
    >
      <Slider.Control
        onPointerDown={() => whenPointerLeaves(onRelease)}
        className="flex h-7 w-full touch-none items-center select-none"
      >
        <Slider.Track className="relative h-1 w-full rounded-full bg-line">
          {mark !== undefined && (
            <span
              aria-hidden
              className="absolute -top-1 h-3 w-px bg-edge"
              style={{ left: `${((mark - min) / (max - min)) * 100}%` }}
            />
          )}
          <Slider.Indicator className="rounded-full bg-accent" />
          <Slider.Thumb
            aria-label={label}
            getAriaValueText={() => valueText}
            className="size-4 rounded-full bg-ink shadow ring-4 ring-panel has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          />
        </Slider.Track>
      </Slider.Control>
    </Slider.Root>
  );
}
