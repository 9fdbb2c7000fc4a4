'use client';

import { useTranslation } from 'react-i18next';
import type { NetworkStatus } from '../../../server/protocol/networks';
import { formatMegabytes } from '../../_lib/format';

/** How far the download of a network is, in words and as a bar; nothing where none is going. */
export function DownloadProgress({ network }: { readonly network: NetworkStatus }) {
  const { t } = useTranslation();
  const { name, state, bytes } = network;
  if (state.kind !== 'downloading') return null;
  const received = state.receivedBytes;
  const total = state.totalBytes || bytes;
  const percent = total > 0 ? Math.min(100, Math.floor((received / total) * 100)) : 0;
  return (
    <>
      <p className="tabular-nums">
        {/* What has come whole is checked before it is used. */}
        {percent === 100
          ? t('download.checking', { name })
          : t('download.coming', { name, done: formatMegabytes(received), total: formatMegabytes(total) })}
      </p>
      <div
        role="progressbar"
        aria-label={t('download.progress', { name })}
        aria-valuenow={percent}
        className="h-1 max-w-80 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </>
  );
}
