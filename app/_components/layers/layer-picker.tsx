'use client';

import { Expand, Lock, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { networkTaps } from '../../../server/protocol/networks';
import { isLockedOut, settingOf } from '../../_lib/room-selectors';
import { isSameLayers } from '../../_lib/layer-weights';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { FieldProblem } from '../setup/field-problem';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import { HeatLegend } from './layer-heat';
import { LayerNotes } from './layer-notes';
import { LayerReadout } from './layer-readout';
import { LargeDialog } from './large-dialog';
import { NetworkRows } from './network-rows';
import { useDiagram } from './use-diagram';

/** At which layers of the network content and style are read, drawn as the network. */
export function LayerPicker() {
  const { t } = useTranslation();
  const locked = useRoom(isLockedOut);
  const [large, setLarge] = useState(false);
  const diagram = useDiagram();
  if (!diagram) return null;
  return (
    <section aria-label={t('layers.title')} className="flex flex-col gap-2">
      <div className="flex items-center gap-1.5">
        <h3 className="flex grow items-center gap-1.5 text-[0.8125rem] font-medium">
          {t('layers.title')}
          {locked && <Lock role="img" aria-label={t('roomMenu.lockedTitle')} className="size-3 text-muted" />}
        </h3>
        <ResetButton />
        <Button look="quiet" size="small" className="max-sm:hidden" onClick={() => setLarge(true)}>
          <Expand aria-hidden />
          {t('layers.open')}
        </Button>
      </div>
      <p className="text-xs text-muted">{t('layers.hint')}</p>
      <NetworkRows {...diagram} />
      <HeatLegend />
      {/* In sight beside whatever part of the diagram is. */}
      <div className="z-1 lg:sticky lg:bottom-2">
        <LayerReadout {...diagram} tap={diagram.shown} />
      </div>
      <LayerNotes {...diagram} />
      <FieldProblem field="contentLayers" />
      <FieldProblem field="styleLayers" />
      {large && <LargeDialog onClose={() => setLarge(false)} />}
    </section>
  );
}

/** Takes the layers that a new room reads. */
function ResetButton() {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const network = useRoom((state) => settingOf(state, 'network'));
  const content = useRoom((state) => settingOf(state, 'contentLayers'));
  const style = useRoom((state) => settingOf(state, 'styleLayers'));
  if (!network || !content || !style) return null;
  const usual = networkTaps[network];
  const contentLayers = { [usual.content]: 1 };
  const styleLayers = Object.fromEntries(usual.style.map((tap) => [tap, 1]));
  const isUsual = isSameLayers(content, contentLayers) && isSameLayers(style, styleLayers);
  return (
    <IconButton
      label={t(isUsual ? 'layers.usual' : 'layers.reset')}
      aria-disabled={isUsual || undefined}
      className="aria-disabled:opacity-45"
      onClick={() => isUsual || settings.change({ contentLayers, styleLayers })}
    >
      <RotateCcw aria-hidden />
    </IconButton>
  );
}
