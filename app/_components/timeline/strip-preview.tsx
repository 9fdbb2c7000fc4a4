'use client';

import { useEffect, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import type { Stop } from '../../_lib/moments';
import { MomentThumb } from './moment-thumb';

interface StripPreviewProps {
  readonly run: Run;
  readonly stops: readonly Stop[];
  /** What the mouse moves over. */
  readonly strip: RefObject<HTMLElement | null>;
}

/** Above the strip, the picture of the stop under the mouse. A finger has the stage itself for that. */
export function StripPreview({ run, stops, strip }: StripPreviewProps) {
  const { t } = useTranslation();
  const [share, setShare] = useState<number | null>(null);

  useEffect(() => {
    const element = strip.current!;
    const onMove = ({ clientX, pointerType }: PointerEvent) => {
      const box = element.getBoundingClientRect();
      const inside = Math.min(1, Math.max(0, (clientX - box.left) / box.width));
      setShare(pointerType === 'mouse' ? inside : null);
    };
    const onLeave = () => setShare(null);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerleave', onLeave);
    return () => {
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerleave', onLeave);
    };
  }, [strip]);

  if (share === null) return null;
  const stop = stops[Math.min(stops.length - 1, Math.floor(share * stops.length))]!;
  return (
    <div
      aria-hidden
      data-testid="strip-preview"
      className="pointer-events-none absolute bottom-full z-10 mb-1.5 flex w-max -translate-x-1/2 flex-col items-center gap-1 rounded-lg bg-panel p-1.5 text-xs shadow-xl ring-1 ring-line"
      style={{ left: `${share * 100}%` }}
    >
      <MomentThumb run={run} iteration={stop.picture} className="h-24 max-w-44 rounded-md" />
      <span className="text-muted tabular-nums">{t('curves.at', { iteration: stop.iteration })}</span>
    </div>
  );
}
