'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface CompareSliderProps {
  /** The photograph, cut to the same part and shape as the picture under it. */
  readonly src: string;
}

/** The photograph over the left part of the picture. An ordinary range input carries it: drag, tap or arrow keys. */
export function CompareSlider({ src }: CompareSliderProps) {
  const { t } = useTranslation();
  const [percent, setPercent] = useState(50);
  return (
    <div className="group @container absolute inset-0">
      <img
        src={src}
        alt=""
        className="absolute inset-0 size-full object-fill"
        style={{ clipPath: `inset(0 ${100 - percent}% 0 0)` }}
      />
      <div
        aria-hidden
        className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-white shadow-[0_0_0_1px_rgb(0_0_0/0.35)]"
        style={{ left: `${percent}%` }}
      >
        <span className="absolute top-1/2 left-1/2 flex size-9 -translate-1/2 items-center justify-center rounded-full bg-white text-sm text-black shadow-lg group-has-focus-visible:outline-3 group-has-focus-visible:outline-accent">
          ↔
        </span>
      </div>
      <span className="pointer-events-none absolute bottom-2 left-2 hidden rounded bg-black/60 px-1.5 py-0.5 text-xs text-white @[8rem]:block">
        {t('stage.before')}
      </span>
      <span className="pointer-events-none absolute right-2 bottom-2 hidden rounded bg-black/60 px-1.5 py-0.5 text-xs text-white @[8rem]:block">
        {t('stage.after')}
      </span>
      <input
        type="range"
        min={0}
        max={100}
        value={percent}
        aria-label={t('stage.compareSlider')}
        onChange={(event) => setPercent(event.target.valueAsNumber)}
        className="absolute inset-0 size-full cursor-ew-resize touch-pan-y opacity-0"
      />
    </div>
  );
}
