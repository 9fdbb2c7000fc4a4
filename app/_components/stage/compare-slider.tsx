'use client';

import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStageView, useStudio } from '../../_lib/studio-context';
import { seenPart } from '../../_lib/zoom-view';
import { Divider } from '../compare/divider';
import { ZoomLayer } from '../compare/zoom-layer';

/** The other picture over the left part of what is seen of the one on the stage: both at the same zoom and the same place. */
export function CompareSlider({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { view } = useStudio();
  const percent = useStageView((state) => state.divider);
  const cut = useRef<HTMLDivElement>(null);
  const seen = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const show = () => {
      const state = view.getState();
      const {
        place: [left, top],
        width,
        height,
      } = seenPart(state.view, state.bounds);
      const part = { left: left + 0.5, top: top + 0.5, width, height };
      for (const [side, value] of Object.entries(part)) {
        seen.current!.style.setProperty(side, `${value * 100}%`);
      }
      const right = 1 - part.left - (state.divider / 100) * width;
      // Nothing else is cut: the picture may be larger than the place of the whole one.
      cut.current!.style.clipPath = `inset(-2000% ${right * 100}% -2000% -2000%)`;
    };
    show();
    return view.subscribe(show);
  }, [view]);

  return (
    <>
      <div ref={cut} className="absolute inset-0">
        <ZoomLayer zoom={view}>{children}</ZoomLayer>
      </div>
      <div ref={seen} className="pointer-events-none absolute">
        <Divider label={t('stage.divider')} percent={percent} onChange={view.getState().divide} />
      </div>
    </>
  );
}
