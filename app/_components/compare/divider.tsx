'use client';

import type { PointerEvent } from 'react';

interface DividerProps {
  readonly label: string;
  /** How much of what it stands in is to its left. */
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

/** The line between two pictures that lie over each other: its handle is dragged, or moved with the arrow keys. */
export function Divider({ label, percent, onChange }: DividerProps) {
  function drag(event: PointerEvent<HTMLElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, width } = event.currentTarget.parentElement!.getBoundingClientRect();
    onChange(Math.min(100, Math.max(0, ((event.clientX - left) / width) * 100)));
  }

  return (
    <div
      data-drags-itself
      className="pointer-events-auto absolute inset-y-0 w-9 -translate-x-1/2 cursor-ew-resize touch-none"
      style={{ left: `${percent}%` }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
    >
      <span
        aria-hidden
        className="absolute inset-y-0 left-1/2 w-0.5 -translate-x-1/2 bg-white shadow-[0_0_0_1px_rgb(0_0_0/0.35)]"
      />
      <input
        type="range"
        min={0}
        max={100}
        value={Math.round(percent)}
        aria-label={label}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        className="peer pointer-events-none absolute top-1/2 left-1/2 size-9 -translate-1/2 opacity-0"
      />
      <span
        aria-hidden
        className="absolute top-1/2 left-1/2 flex size-9 -translate-1/2 items-center justify-center rounded-full bg-white text-sm text-black shadow-lg peer-focus-visible:outline-3 peer-focus-visible:outline-accent"
      >
        ↔
      </span>
    </div>
  );
}
