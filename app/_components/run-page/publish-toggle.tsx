'use client';

import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { galleryPagePath } from '../../../server/protocol/gallery';
import type { Run } from '../../../server/protocol/runs';
import { isOwner } from '../../_lib/room-selectors';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';

/** Whether anybody may see the result; owners decide, the others are told. */
export function PublishToggle({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const command = useCommand();
  const owner = useRoom(isOwner);
  const [asking, setAsking] = useState(false);
  const textId = useId();
  const { published } = run;
  if (!owner && !published) return null;

  async function toggle(): Promise<void> {
    setAsking(true);
    await command({ type: 'run:publish', runId: run.id, published: !published });
    setAsking(false);
  }

  return (
    <section aria-label={t('publish.title')} className="flex flex-col gap-2">
      <h3 className="font-medium">{t('publish.title')}</h3>
      <p id={textId} aria-live="polite" className="text-[0.8125rem] text-muted">
        {published ? t('publish.isPublic') : run.result ? t('publish.explain') : t('publish.noResult')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        {owner && (
          <Button
            size="small"
            disabled={asking || (!published && !run.result)}
            aria-describedby={textId}
            onClick={() => void toggle()}
          >
            {t(published ? 'publish.unpublish' : 'publish.publish')}
          </Button>
        )}
        {published && (
          <a
            href={galleryPagePath(roomId, run.id)}
            target="_blank"
            rel="noreferrer"
            className="rounded-sm text-[0.8125rem] text-accent underline underline-offset-2"
          >
            {t('publish.see')}
          </a>
        )}
      </div>
    </section>
  );
}
