'use client';

import { Presentation } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button';
import { enterProjector } from './use-projector';

export function ProjectorButton() {
  const { t } = useTranslation();
  return (
    <IconButton
      label={t('projector.enter')}
      aria-keyshortcuts="p"
      className="max-sm:hidden"
      onClick={enterProjector}
    >
      <Presentation aria-hidden />
    </IconButton>
  );
}
