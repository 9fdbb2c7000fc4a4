'use client';

import Link from 'next/link';
import { useTranslation } from 'react-i18next';
import { problemText, type PageProblem } from '../_lib/page-problem';
import { Button, buttonClass } from './ui/button';
import { PageMessage } from './ui/page-message';

interface RoomClosedProps {
  readonly problem: PageProblem;
  /** Whether this browser was in the room until now. */
  readonly wasIn?: boolean;
  /** The page of what the room has published, for a stranger; `null` where there is none. */
  readonly published?: string | null;
  /** Asks once more to be let in. */
  readonly onRetry?: () => void;
}

/** The page in place of a room that does not open, or not any more. */
export function RoomClosed({ problem, wasIn = false, published = null, onRetry }: RoomClosedProps) {
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
    if (!wasIn) {
      return (
        <PageMessage title={t('errors.closed.title')} text={t('errors.closed.text')}>
          {published && (
            <Link href={published} className={buttonClass('primary')}>
              {t('errors.closed.published')}
            </Link>
          )}
        </PageMessage>
      );
    }
    return <PageMessage title={t('people.closed.out')} text={`${message} ${t('people.closed.outText')}`} />;
  }
  return (
    <PageMessage title={t('errors.broken.title')} text={message}>
      {onRetry && (
        <Button look="primary" onClick={onRetry}>
          {t('errors.retry')}
        </Button>
      )}
    </PageMessage>
  );
}
