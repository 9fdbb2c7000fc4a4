'use client';

import { useEffect, useRef } from 'react';
import type { Run } from '../../../server/protocol/runs';
import { useStudio } from '../../_lib/studio-context';

interface LivePictureProps {
  readonly run: Run;
  readonly label: string;
}

/** The frames of a run that is going, as they come; nothing before the first. */
export function LivePicture({ run: { id }, label }: LivePictureProps) {
  const { frames } = useStudio();
  const ref = useRef<HTMLCanvasElement>(null);

  useEffect(
    () =>
      frames.subscribe(({ frame, bitmap }) => {
        const canvas = ref.current;
        if (!canvas || frame.runId !== id) return;
        canvas.width = bitmap.width;
        canvas.height = bitmap.height;
        canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      }),
    [frames, id],
  );

  return (
    <canvas
      ref={ref}
      role="img"
      aria-label={label}
      width={0}
      height={0}
      className="absolute inset-0 size-full object-contain"
    />
  );
}
