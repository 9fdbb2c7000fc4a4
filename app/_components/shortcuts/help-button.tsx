'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pageModes } from '../../_lib/page-modes';
import { IconButton } from '../ui/icon-button';

export function HelpButton() {
  const { t } = useTranslation();
  return (
    <IconButton
      label={t('shortcuts.open')}
      aria-keyshortcuts="?"
      className="max-sm:hidden"
      onClick={() => pageModes.setState({ help: true })}
    >
      <CircleHelp aria-hidden />
    </IconButton>
  );
}
