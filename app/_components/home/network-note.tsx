'use client';

import { useTranslation } from 'react-i18next';
import type { NetworkStatus } from '../../../server/protocol/networks';
import { formatMegabytes } from '../../_lib/format';
import { fromServer } from '../../_lib/from-server';
import { useNetworks } from '../../_lib/use-networks';
import { DownloadProgress } from '../ui/download-progress';

/** Three lines high before it is known what stands there: the button above it must not move under a hand. */
const place = 'flex min-h-14 max-w-prose flex-col gap-1.5 text-[0.8125rem] text-muted';

/** Which network new rooms use and, where the preferred one is not here yet, how far it is. */
export function NetworkNote() {
  const { t } = useTranslation();
  const known = useNetworks();
  if (!known) return <div className={place} />;
  const { inUse, networks } = known;
  const used = networks.find(({ id, state }) => id === inUse && state.kind === 'ready');
  const [preferred] = networks;
  const inWords = used ? t('home.network.inUse', { name: used.name }) : t('home.network.none');
  const absent = preferred && preferred !== used ? preferred : null;
  return (
    <div className={place}>
      <p>
        {inWords} {absent && <Absent network={absent} />}
      </p>
      {absent && <DownloadProgress network={absent} />}
    </div>
  );
}

/** Why the preferred network is not in use, where that takes no more than a sentence. */
function Absent({ network }: { readonly network: NetworkStatus }) {
  const { t } = useTranslation();
  const { name, state, bytes, downloadable } = network;
  switch (state.kind) {
    case 'ready':
    case 'downloading':
      return null;
    case 'missing':
      return downloadable && t('home.network.missing', { name, size: formatMegabytes(bytes) });
    case 'failed':
      return (
        <span className="text-danger">
          {t('home.network.failed', { name, message: fromServer(state.message) })}
        </span>
      );
  }
}
