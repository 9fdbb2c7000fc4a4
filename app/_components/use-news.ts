'use client';

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { deedText } from '../_lib/activity-text';
import { newsBetween } from '../_lib/news';
import { useStudio } from '../_lib/studio-context';
import { notify } from '../_lib/toast-queue';

/** Says in the corner what others have just done; what one does oneself is seen where one does it. */
export function useNews(): void {
  const { t } = useTranslation();
  const { store } = useStudio();
  useEffect(
    () =>
      store.subscribe((state, before) => {
        for (const { memberName, deed } of newsBetween(before, state)) {
          notify(t('room.news', { name: memberName, deed: deedText(deed, state, t) }));
        }
      }),
    [store, t],
  );
}
