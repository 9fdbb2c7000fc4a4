'use client';

import { useTranslation } from 'react-i18next';
import type { Problem } from '../../server/protocol/errors';
import { PageMessage } from './ui/page-message';

interface RoomClosedProps {
  readonly problem: Problem;
  readonly children?: React.ReactNode;
}

/** The page in place of a room that does not open. */
export function RoomClosed({ problem, children }: RoomClosedProps) {
  const { t } = useTranslation();
  if (problem.code === 'not-found')
    return <PageMessage title={t('errors.gone.title')} text={t('errors.gone.text')} />;
  if (problem.code === 'unauthorised' || problem.code === 'forbidden') {
    return <PageMessage title={t('errors.closed.title')} text={t('errors.closed.text')} />;
  }
  return (
    <PageMessage title={t('errors.broken.title')} text={problem.message}>
      {children}
    </PageMessage>
  );
}
