'use client';

import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { runPictureUrl, type RunPicture as Picture } from '../../_lib/run-picture';
import { runTitle } from '../../_lib/run-title';
import { useStudio } from '../../_lib/studio-context';
import { StageCanvas } from '../stage/stage-canvas';

interface RunPictureProps {
  readonly run: Run;
  readonly picture: Picture;
  /** What it shows, in words. */
  readonly name: string;
}

/** A picture of a run as large as fits into what it stands in: the kept one, or the frames as they come. */
export function RunPicture({ run, picture, name }: RunPictureProps) {
  const { roomId } = useStudio();
  const src = runPictureUrl(roomId, run, picture);
  const live = picture.kind === 'live';
  return (
    <>
      {src !== null && (
        <img
          src={src}
          alt={live ? '' : name}
          draggable={false}
          className="absolute inset-0 size-full object-contain"
        />
      )}
      {live && <StageCanvas run={run} className="object-contain" />}
    </>
  );
}

/** Stands where {@link RunPicture} has nothing to show. */
export function NoPicture({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  return (
    <p className="absolute inset-0 flex items-center justify-center p-4 text-center text-muted">
      {t('compare.noPicture', { run: runTitle(run, t) })}
    </p>
  );
}
