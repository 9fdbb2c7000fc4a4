'use client';

import { Select } from '@base-ui/react/select';
import { Check, ChevronDown, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NetworkId, NetworkStatus } from '../../../server/protocol/networks';
import { fromServer } from '../../_lib/from-server';
import { formatMegabytes } from '../../_lib/format';
import { mayChangeSettings, mayEdit, networkInUse, settingOf } from '../../_lib/room-selectors';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { DownloadProgress } from '../ui/download-progress';
import { menuItemClass, menuPopupClass } from '../ui/menu-style';
import { Field } from './field';

/** Which network is in use, the others there are, and fetching the one that is missing. */
export function NetworkField() {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const networks = useRoom((state) => state.networks);
  const id = useRoom((state) => settingOf(state, 'network'));
  const current = useRoom(networkInUse);
  const editor = useRoom(mayEdit);
  const changer = useRoom(mayChangeSettings);

  const choose = (next: NetworkId | null) => next && settings.change({ network: next });

  const label = t('settings.network.label');
  return (
    <Field field="network" label={label} hint={t('settings.network.hint')}>
      <Select.Root value={id ?? null} onValueChange={choose} disabled={!changer}>
        <Select.Trigger
          aria-label={label}
          className="flex h-9 items-center justify-between gap-2 rounded-lg bg-raised px-3 ring-1 ring-line ring-inset hover:ring-edge data-disabled:opacity-45"
        >
          <Select.Value>{() => current?.name ?? id ?? ''}</Select.Value>
          <span className="ml-auto text-xs text-muted">{current && <StateText network={current} />}</span>
          <Select.Icon>
            <ChevronDown aria-hidden className="size-4 text-muted" />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner sideOffset={6} alignItemWithTrigger={false} className="z-30">
            <Select.Popup className={`${menuPopupClass} w-(--anchor-width)`}>
              {networks.map((network) => (
                <Select.Item key={network.id} value={network.id} className={menuItemClass}>
                  <span className="flex min-w-0 grow flex-col">
                    <Select.ItemText>{network.name}</Select.ItemText>
                    <span className="text-xs text-muted">
                      <StateText network={network} /> ·{' '}
                      {t('settings.network.licence', { licence: network.licence })}
                    </span>
                  </span>
                  <Select.ItemIndicator>
                    <Check aria-hidden className="size-4 text-accent" />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
      {networks.map((network) => (
        <Fetching key={network.id} network={network} chosen={network.id === id} editor={editor} />
      ))}
    </Field>
  );
}

function StateText({ network }: { readonly network: NetworkStatus }) {
  const { t } = useTranslation();
  if (network.state.kind !== 'ready') return t(`settings.network.${network.state.kind}`);
  const { variant } = network.state;
  return t(`settings.network.variants.${variant}`, { defaultValue: variant });
}

interface FetchingProps {
  readonly network: NetworkStatus;
  readonly chosen: boolean;
  readonly editor: boolean;
}

/** Whatever is to be said of a network that is not ready. */
function Fetching({ network, chosen, editor }: FetchingProps) {
  const { t } = useTranslation();
  const command = useCommand();
  const { name, state, bytes, downloadable } = network;
  if (state.kind === 'ready') return null;
  if (state.kind === 'downloading') {
    return (
      <div className="flex flex-col gap-1 py-1 text-xs text-muted">
        <DownloadProgress network={network} />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-1 py-0.5">
      {state.kind === 'failed' && (
        <p role="alert" className="text-xs text-danger">
          {fromServer(state.message)}
        </p>
      )}
      {downloadable ? (
        <Button
          size="small"
          disabled={!editor}
          onClick={() => void command({ type: 'network:download', network: network.id })}
        >
          <Download aria-hidden />
          {t('settings.network.download', { name, size: formatMegabytes(bytes) })}
        </Button>
      ) : (
        chosen && <p className="text-xs text-muted">{t('settings.network.byHand')}</p>
      )}
    </div>
  );
}
