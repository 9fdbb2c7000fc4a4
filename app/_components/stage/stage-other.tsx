'use client';

import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { pictureOf } from '../../_lib/run-picture';
import { runById } from '../../_lib/room-selectors';
import { useRoom, useStageView, useStudio } from '../../_lib/studio-context';
import { pictureUrl } from '../../_lib/urls';
import { NoPicture, RunPicture } from '../compare/run-picture';

/** The largest that the server hands out. */
export const PHOTOGRAPH_SIDE_PX = 1024;

/** The run that the stage's picture is compared with; none where that is the photograph. */
export function useOtherRun(run: Run): Run | undefined {
  const against = useStageView((state) => state.against);
  return useRoom((state) => (against === null || against === run.id ? undefined : runById(state, against)));
}

/** What the picture of a run is compared with: the photograph it was made from, or another run as it is now. */
export function StageOther({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const other = useOtherRun(run);
  if (!other) {
    return (
      <img
        src={pictureUrl(roomId, run.content, PHOTOGRAPH_SIDE_PX)}
        alt={t('stage.photographAlt', { number: run.number })}
        draggable={false}
        className="absolute inset-0 size-full object-fill"
      />
    );
  }
  const picture = pictureOf(other, null);
  return picture.kind === 'none' ? (
    <NoPicture run={other} />
  ) : (
    <div className="absolute inset-0 bg-wall">
      <RunPicture run={other} picture={picture} name={t('stage.otherRun', { number: other.number })} />
    </div>
  );
}
