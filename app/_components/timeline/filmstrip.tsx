'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { sampledStops, type Stop } from '../../_lib/moments';
import { sliderTarget } from '../../_lib/slider-keys';
import { useStudio } from '../../_lib/studio-context';
import { keyframeUrl } from '../../_lib/urls';
import { StripPreview } from './strip-preview';
import { Ticks } from './ticks';

/** Of the strip: about as wide as pictures are at its height. */
const THUMB_WIDTH_PX = 56;
const THUMB_SIDE_PX = 160;
/** Stops that the page keys go at a time. */
const PAGE = 5;

interface FilmstripProps {
  readonly run: Run;
  /** At least two. */
  readonly stops: readonly Stop[];
  /** Of the stop that is looked at. */
  readonly index: number;
  readonly valueText: string;
  /** What is beyond the ends means the ends. */
  readonly onGo: (index: number) => void;
}

/** The stops of a run side by side: drag along them, or use the keys of a slider. */
export function Filmstrip({ run, stops, index, valueText, onGo }: FilmstripProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const strip = useRef<HTMLDivElement>(null);
  const width = useWidth(strip);
  const count = stops.length;

  function goToPointer({ clientX }: PointerEvent): void {
    const box = strip.current!.getBoundingClientRect();
    const to = Math.min(count - 1, Math.max(0, Math.floor(((clientX - box.left) / box.width) * count)));
    if (to !== index) onGo(to);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const to = sliderTarget(event.key, index, count, PAGE);
    if (to === null) return;
    event.preventDefault();
    onGo(to);
  }

  return (
    <div className="relative min-w-0 grow pt-3.5 max-lg:w-full">
      <Ticks run={run} stops={stops} width={width} />
      <StripPreview run={run} stops={stops} strip={strip} />
      <div
        ref={strip}
        role="slider"
        tabIndex={0}
        aria-label={t('timeline.slider', { number: run.number })}
        aria-valuemin={0}
        aria-valuemax={count - 1}
        aria-valuenow={index}
        aria-valuetext={valueText}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          goToPointer(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) goToPointer(event);
        }}
        className="relative flex h-11 cursor-ew-resize touch-pan-y overflow-hidden rounded-md bg-wall select-none"
      >
        {sampledStops(stops, Math.max(1, width / THUMB_WIDTH_PX)).map(({ picture }, slot) => (
          <img
            key={slot}
            src={keyframeUrl(roomId, { runId: run.id, iteration: picture }, THUMB_SIDE_PX)}
            alt=""
            loading="lazy"
            decoding="async"
            draggable={false}
            className="h-full w-0 grow object-cover"
          />
        ))}
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 w-1 -translate-x-1/2 rounded-full bg-accent ring-2 ring-panel"
          style={{ left: `${((index + 0.5) / count) * 100}%` }}
        />
      </div>
    </div>
  );
}

/** In pixels; 0 while the element is not shown. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    observer.observe(ref.current!);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
