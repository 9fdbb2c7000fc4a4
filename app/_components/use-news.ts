'use client';

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { deedText } from '../_lib/activity-text';
import { useStudio } from '../_lib/studio-context';
import { notify } from '../_lib/toast-queue';

/** Says in the corner what others have just done; what one does oneself is seen where one does it. */
export function useNews(): void {
  const { t } = useTranslation();
  const { store, news } = useStudio();
  useEffect(
    () =>
      news.listen(({ memberName, deed }) => {
        notify(t('room.news', { name: memberName, deed: deedText(deed, store.getState(), t) }));
      }),
    [store, news, t],
  );
}
