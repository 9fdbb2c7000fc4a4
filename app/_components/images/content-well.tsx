'use client';

import { useTranslation } from 'react-i18next';
import { useRoom } from '../../_lib/studio-context';
import { PictureCard } from './picture-card';
import { Well } from './well';

export function ContentWell() {
  const { t } = useTranslation();
  const content = useRoom((state) => state.room?.setup.content ?? null);
  return (
    <Well kind="content" title={t('images.content')} hint={t('images.contentHint')} empty={content === null}>
      {content && <PictureCard kind="content" picture={content} />}
    </Well>
  );
}
