'use client';

import { useEffect, useState } from 'react';
import { aspectOf } from '../../_lib/room-selectors';
import type { Run } from '../../../server/protocol/runs';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { keyframeUrl } from '../../_lib/urls';
import { cx } from '../ui/cx';

/** The size in which the stage asks for it first, so that pressing shows it at once. */
const SIDE_PX = 320;

interface MomentThumbProps {
  readonly run: Run;
  /** Of a keyframe of the run. */
  readonly iteration: number;
  readonly className: string;
}

/** A small picture of a kept moment. The one before stays until it is decoded, so that nothing flickers. */
export function MomentThumb({ run, iteration, className }: MomentThumbProps) {
  const { roomId } = useStudio();
  const aspect = useRoom(({ room }) => (room ? aspectOf(room, run.content) : 1));
  const url = keyframeUrl(roomId, { runId: run.id, iteration }, SIDE_PX);
  const [shown, setShown] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    const image = new Image();
    image.src = url;
    image.decode().then(
      () => gone || setShown(url),
      (error: unknown) => {
        if (gone) return;
        // Rather none than one of another moment.
        console.warn(error);
        setShown(null);
      },
    );
    return () => {
      gone = true;
    };
  }, [url]);

  return (
    <span className={cx('block shrink-0 overflow-hidden bg-wall', className)} style={{ aspectRatio: aspect }}>
      {shown && <img src={shown} alt="" draggable={false} className="size-full object-cover" />}
    </span>
  );
}
