'use client';

import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { useStudio } from '../../_lib/studio-context';
import { keyframeUrl } from '../../_lib/urls';

/** Shown until the whole picture is here, and alone while somebody scrubs past it. */
const PREVIEW_SIDE_PX = 320;
/** The whole picture is asked for when nobody has moved on for so long. */
const SETTLE_MS = 120;

interface MomentPictureProps {
  readonly run: Run;
  /** Of a keyframe of the run. */
  readonly iteration: number;
  /** Told whether it can be shown, as soon as that is known. */
  readonly onShown: (failed: boolean) => void;
}

/** The picture that was kept of a moment, over the live one. The one before stays until the next is decoded. */
export function MomentPicture({ run, iteration, onShown }: MomentPictureProps) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const host = useRef<HTMLDivElement>(null);
  const tell = useEffectEvent(onShown);
  const runId = run.id;

  useEffect(() => {
    let gone = false;
    let whole = false;

    /** Shows the very element that was decoded: another one of the same address could be decoded again, in sight. */
    async function show(url: string, isWhole: boolean): Promise<void> {
      const image = new Image();
      image.decoding = 'async';
      image.alt = '';
      image.className = 'size-full object-fill';
      image.src = url;
      await image.decode();
      if (gone || (whole && !isWhole)) return;
      whole ||= isWhole;
      image.dataset['iteration'] = String(iteration);
      image.dataset['whole'] = String(isWhole);
      host.current?.replaceChildren(image);
    }

    const moment = { runId, iteration };
    // Where only this one cannot be loaded, the whole picture comes all the same, or says that it does not.
    show(keyframeUrl(roomId, moment, PREVIEW_SIDE_PX), false).catch((error: unknown) => console.warn(error));
    const timer = setTimeout(() => {
      show(keyframeUrl(roomId, moment), true).then(
        () => gone || tell(false), // somebody has come back to one that could not be loaded before
        (error: unknown) => {
          if (gone) return;
          console.warn(error);
          tell(true);
        },
      );
    }, SETTLE_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [roomId, runId, iteration]);

  return (
    <div
      ref={host}
      role="img"
      data-testid="moment"
      aria-label={t('stage.picture', { number: run.number, iteration })}
      className="absolute inset-0"
    />
  );
}
