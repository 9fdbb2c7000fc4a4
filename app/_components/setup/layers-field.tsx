'use client';

import { Check } from 'lucide-react';
import { Checkbox } from '@base-ui/react/checkbox';
import { useTranslation } from 'react-i18next';
import { networkTaps } from '../../../server/protocol/networks';
import { formatShare } from '../../_lib/format';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { layerShare } from '../../_lib/shares';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Field } from './field';
import { NumberBox } from './number-box';

interface LayersFieldProps {
  readonly field: 'contentLayers' | 'styleLayers';
}

const blocks = ['block1', 'block2', 'block3', 'block4', 'block5'] as const;

/** At which layers of the network a picture is read, and how much each counts. */
export function LayersField({ field }: LayersFieldProps) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const network = useRoom((state) => settingOf(state, 'network'));
  const layers = useRoom((state) => settingOf(state, field)) ?? {};
  const editor = useRoom(mayChangeSettings);
  if (!network) return null;
  const set = (tap: string, weight: number) => {
    const { [tap]: _, ...others } = layers;
    settings.change({ [field]: weight > 0 ? { ...others, [tap]: weight } : others });
  };
  return (
    <Field field={field} label={t(`settings.${field}.label`)} hint={t(`settings.${field}.hint`)}>
      <div role="group" aria-label={t(`settings.${field}.label`)} className="flex flex-col gap-2 py-1">
        {blocks.map((block) => (
          <div key={block} className="flex flex-col gap-0.5">
            <span className="text-xs text-muted">{t(`settings.block.${block}`)}</span>
            {networkTaps[network].taps
              .filter((tap) => tap.startsWith(`${block}_`))
              .map((tap) => {
                const weight = layers[tap] ?? 0;
                return (
                  <div key={tap} className="flex h-7 items-center gap-2">
                    <label className="flex grow items-center gap-2 font-mono text-xs">
                      <Checkbox.Root
                        checked={weight > 0}
                        disabled={!editor}
                        onCheckedChange={(checked) => set(tap, checked ? 1 : 0)}
                        className="flex size-4 items-center justify-center rounded bg-raised ring-1 ring-edge ring-inset data-checked:bg-accent data-checked:ring-accent data-disabled:opacity-45"
                      >
                        <Checkbox.Indicator>
                          <Check aria-hidden className="size-3 text-on-accent" strokeWidth={3} />
                        </Checkbox.Indicator>
                      </Checkbox.Root>
                      {tap}
                    </label>
                    {weight > 0 && <LayerShare field={field} layer={tap} />}
                    {weight > 0 && (
                      <NumberBox
                        label={t('settings.layerWeight', { layer: tap })}
                        value={weight}
                        disabled={!editor}
                        onCommit={(next) => set(tap, next)}
                      />
                    )}
                  </div>
                );
              })}
          </div>
        ))}
      </div>
    </Field>
  );
}

/** How much of the loss is this layer's just now. */
function LayerShare({ field, layer }: LayersFieldProps & { readonly layer: string }) {
  const { t } = useTranslation();
  const kind = field === 'contentLayers' ? 'content' : 'style';
  const share = useRoom((state) => layerShare(state, kind, layer));
  if (share === null) return null;
  return (
    <span className="text-xs whitespace-nowrap text-muted tabular-nums">
      {t('settings.shares.layer', { percent: formatShare(share) })}
    </span>
  );
}
