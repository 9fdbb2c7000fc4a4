'use client';

import Link from 'next/link';
import { useTranslation } from 'react-i18next';

/** The name of the product, on the way home. `compact` leaves only the sign. */
export function Wordmark({ compact }: { readonly compact?: boolean }) {
  const { t } = useTranslation();
  return (
    <Link
      href="/"
      aria-label={t('app.name')}
      className="flex items-center gap-2 rounded-md font-semibold tracking-tight"
    >
      <svg viewBox="0 0 64 64" aria-hidden className="size-7 shrink-0">
        <rect width="64" height="64" rx="15" fill="#16161d" />
        <path
          d="M13 45c5-17 12-27 19-27 5 0 6 5 3 11-3 7-3 12 2 12 6 0 10-9 14-20"
          fill="none"
          stroke="#93a0ff"
          strokeWidth="7.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="49" cy="46" r="5" fill="#f2a063" />
      </svg>
      {!compact && <span>{t('app.name')}</span>}
    </Link>
  );
}
