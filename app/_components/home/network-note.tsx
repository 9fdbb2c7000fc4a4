'use client';

import { useTranslation } from 'react-i18next';
import type { NetworkStatus } from '../../../server/protocol/networks';
import { formatMegabytes } from '../../_lib/format';
import { fromServer } from '../../_lib/from-server';
import { useNetworks } from '../../_lib/use-networks';

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
      {absent?.state.kind === 'downloading' && (
        <Arriving
          name={absent.name}
          received={absent.state.receivedBytes}
          total={absent.state.totalBytes || absent.bytes}
        />
      )}
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

interface ArrivingProps {
  readonly name: string;
  /** Of `total` bytes. */
  readonly received: number;
  readonly total: number;
}

/** A download; what has come whole is checked before it is used. */
function Arriving({ name, received, total }: ArrivingProps) {
  const { t } = useTranslation();
  const percent = total > 0 ? Math.min(100, Math.floor((received / total) * 100)) : 0;
  return (
    <>
      <p className="tabular-nums">
        {percent === 100
          ? t('home.network.checking', { name })
          : t('home.network.coming', {
              name,
              done: formatMegabytes(received),
              total: formatMegabytes(total),
            })}
      </p>
      <div
        role="progressbar"
        aria-label={t('home.network.progress', { name })}
        aria-valuenow={percent}
        className="h-1 max-w-80 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full bg-accent" style={{ width: `${percent}%` }} />
      </div>
    </>
  );
}
