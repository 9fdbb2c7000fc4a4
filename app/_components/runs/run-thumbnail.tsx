'use client';

import { ImageIcon } from 'lucide-react';
import type { Run } from '../../../server/protocol/runs';
import { pictureOf, runPictureUrl } from '../../_lib/run-picture';
import { useStudio } from '../../_lib/studio-context';

const SIDE_PX = 160;

/** The newest picture that is kept of a run, small. */
export function RunThumbnail({ run }: { readonly run: Run }) {
  const { roomId } = useStudio();
  const src = runPictureUrl(roomId, run, pictureOf(run, null), SIDE_PX);
  return (
    <span className="flex size-14 shrink-0 items-center justify-center self-start overflow-hidden rounded-md bg-wall">
      {src === null ? (
        <ImageIcon aria-hidden className="size-4 text-muted" />
      ) : (
        <img src={src} alt="" loading="lazy" className="size-full object-cover" />
      )}
    </span>
  );
}
