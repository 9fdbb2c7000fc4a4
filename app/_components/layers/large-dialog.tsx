'use client';

import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { FieldProblem } from '../setup/field-problem';
import { IconButton } from '../ui/icon-button';
import { HeatLegend } from './layer-heat';
import { LayerNotes } from './layer-notes';
import { LayerReadout } from './layer-readout';
import { NetworkColumns } from './network-columns';
import { useDiagram } from './use-diagram';

/** The layer picker with room for the whole network, for a class to look at. */
export function LargeDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const diagram = useDiagram();
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/60" />
        <Dialog.Popup className="fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-7xl -translate-1/2 flex-col gap-4 overflow-y-auto rounded-2xl bg-panel p-6 shadow-2xl ring-1 ring-line">
          <div className="flex items-start gap-3">
            <div className="flex grow flex-col gap-1">
              <Dialog.Title className="text-lg font-semibold tracking-tight">
                {t('layers.largeTitle')}
              </Dialog.Title>
              <Dialog.Description className="max-w-3xl text-muted">
                {t('layers.largeText')}
              </Dialog.Description>
            </div>
            <Dialog.Close
              render={
                <IconButton label={t('layers.close')}>
                  <X aria-hidden />
                </IconButton>
              }
            />
          </div>
          {diagram && (
            <>
              <NetworkColumns {...diagram} />
              <div className="grid gap-x-6 gap-y-3 md:grid-cols-2">
                <LayerReadout {...diagram} tap={diagram.shown} explained />
                <div className="flex flex-col gap-2">
                  <HeatLegend />
                  <LayerNotes {...diagram} />
                  <FieldProblem field="contentLayers" />
                  <FieldProblem field="styleLayers" />
                </div>
              </div>
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
