'use client';

import { Slider } from '@base-ui/react/slider';
import { useId, type KeyboardEvent } from 'react';
import { whenPointerLeaves } from '../../_lib/when-pointer-leaves';

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
  /** Puts it back to where it was at first: on a double click, and by Delete or Backspace. */
  readonly onReset?: () => void;
  /** Says so. */
  readonly resetText?: string;
}

export function TrackSlider(props: TrackSliderProps) {
  const { label, valueText, min, max, step, value, disabled, mark, onChange, onRelease, onReset, resetText } =
    props;
  const descriptionId = useId();

  function onKeyDown(event: KeyboardEvent): void {
    if (disabled || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    onReset?.();
  }

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
      title={resetText}
      onDoubleClick={() => !disabled && onReset?.()}
    >
      <Slider.Control
        onPointerDown={() => whenPointerLeaves(onRelease)}
        className="flex h-6 w-full touch-none items-center select-none pointer-coarse:h-9"
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
            aria-describedby={resetText ? descriptionId : undefined}
            getAriaValueText={() => valueText}
            onKeyDown={onReset && onKeyDown}
            className="size-4 rounded-full bg-ink shadow ring-4 ring-panel has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          />
        </Slider.Track>
      </Slider.Control>
      {resetText && (
        <span id={descriptionId} hidden>
          {resetText}
        </span>
      )}
    </Slider.Root>
  );
}
