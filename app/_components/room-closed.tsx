'use client';

import { useTranslation } from 'react-i18next';
import { problemText, type PageProblem } from '../_lib/page-problem';
import { PageMessage } from './ui/page-message';

interface RoomClosedProps {
  readonly problem: PageProblem;
  /** Whether this browser was in the room until now. */
  readonly wasIn?: boolean;
  readonly children?: React.ReactNode;
}

/** The page in place of a room that does not open, or not any more. */
export function RoomClosed({ problem, wasIn = false, children }: RoomClosedProps) {
  const { t } = useTranslation();
  const { code } = problem;
  const message = problemText(problem, t);
  if (code === 'not-found') {
    return (
      <PageMessage title={t(wasIn ? 'people.closed.deleted' : 'people.closed.notHere')} text={message} />
    );
  }
  if (code === 'forbidden') return <PageMessage title={t('people.closed.banned')} text={message} />;
  if (code === 'unauthorised') {
    if (!wasIn) return <PageMessage title={t('errors.closed.title')} text={t('errors.closed.text')} />;
    return <PageMessage title={t('people.closed.out')} text={`${message} ${t('people.closed.outText')}`} />;
  }
  return (
    <PageMessage title={t('errors.broken.title')} text={message}>
      {children}
    </PageMessage>
  );
}
