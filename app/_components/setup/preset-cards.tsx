'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { presetsOf, type Preset, type PresetId } from '../../../server/protocol/presets';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { presetInUse } from '../../_lib/settings-match';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { cx } from '../ui/cx';

/** Looks with a name and a picture: one click sets all that belongs to one. */
export function PresetCards() {
  const { t } = useTranslation();
  const network = useRoom((state) => settingOf(state, 'network'));
  const inUse = useRoom(presetInUse);
  const [pointed, setPointed] = useState<PresetId | null>(null);
  if (!network) return null;
  const presets = presetsOf(network);
  const told = presets.find(({ id }) => id === (pointed ?? inUse));
  return (
    <div className="flex flex-col gap-2">
      <div role="group" aria-label={t('settings.presets.title')} className="-mx-1 grid grid-cols-3 gap-1">
        {presets.map((preset) => (
          <PresetCard key={preset.id} preset={preset} chosen={preset.id === inUse} onPoint={setPointed} />
        ))}
      </div>
      {/* Each card is described by its own line; this is for eyes. Two lines high, so that nothing moves under the pointer. */}
      <p aria-hidden className="min-h-[2lh] text-xs text-muted">
        {told ? t(lineOf(told)) : t('settings.presets.own')}
      </p>
    </div>
  );
}

interface PresetCardProps {
  readonly preset: Preset;
  readonly chosen: boolean;
  /** The pointer or the focus has come to it, or has left it. */
  readonly onPoint: (id: PresetId | null) => void;
}

function PresetCard({ preset, chosen, onPoint }: PresetCardProps) {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const editor = useRoom(mayChangeSettings);
  const { id } = preset;
  const blocked = preset.obstacle !== null;
  const lineId = `preset-${id}`;
  return (
    // One that this network cannot do stays in the tab order, so that everybody can find out why.
    <button
      type="button"
      aria-label={t(`settings.presets.${id}.name`)}
      aria-describedby={lineId}
      aria-pressed={chosen}
      aria-disabled={blocked || undefined}
      disabled={!editor}
      onClick={() => (blocked ? onPoint(id) : settings.change(preset.settings))}
      onPointerEnter={() => onPoint(id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(id)}
      onBlur={() => onPoint(null)}
      className={cx(
        'group/card flex min-w-0 flex-col gap-1 rounded-lg p-1 text-left disabled:cursor-not-allowed disabled:opacity-45 aria-disabled:cursor-not-allowed',
        chosen ? 'bg-accent-soft ring-2 ring-accent' : 'not-disabled:not-aria-disabled:hover:bg-raised',
      )}
    >
      <img
        src={`/presets/${id}.webp`}
        alt=""
        width={288}
        height={180}
        loading="lazy"
        className={cx(
          'aspect-[8/5] w-full rounded-md bg-wall object-cover',
          blocked && 'opacity-40 grayscale',
        )}
      />
      <span
        className={cx(
          'px-0.5 text-xs leading-tight',
          chosen
            ? 'font-medium text-ink'
            : 'text-muted group-not-aria-disabled/card:group-hover/card:text-ink',
        )}
      >
        {t(`settings.presets.${id}.name`)}
      </span>
      <span id={lineId} hidden>
        {t(lineOf(preset))}
      </span>
    </button>
  );
}

function lineOf({ id, obstacle }: Preset) {
  return obstacle === null
    ? (`settings.presets.${id}.line` as const)
    : ('settings.presets.obstacle' as const);
}
