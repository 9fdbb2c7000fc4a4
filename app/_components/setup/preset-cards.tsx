'use client';

import { useTranslation } from 'react-i18next';
import { presetsOf } from '../../../server/protocol/presets';
import { mayChangeSettings, settingOf } from '../../_lib/room-selectors';
import { presetInUse } from '../../_lib/settings-match';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { cx } from '../ui/cx';

/** Looks with a name: one click sets all that belongs to one. */
export function PresetCards() {
  const { t } = useTranslation();
  const { settings } = useStudio();
  const network = useRoom((state) => settingOf(state, 'network'));
  const inUse = useRoom(presetInUse);
  const editor = useRoom(mayChangeSettings);
  if (!network) return null;
  return (
    <div role="group" aria-label={t('settings.presets.title')} className="grid grid-cols-2 gap-2">
      {presetsOf(network).map((preset) => {
        const blocked = preset.obstacle !== null;
        const line = `preset-${preset.id}`;
        return (
          // One that this network cannot do stays in the tab order, so that everybody can find out why.
          <button
            key={preset.id}
            type="button"
            aria-label={t(`settings.presets.${preset.id}.name`)}
            aria-describedby={line}
            aria-pressed={preset.id === inUse}
            aria-disabled={blocked || undefined}
            disabled={!editor}
            onClick={() => !blocked && settings.change(preset.settings)}
            className={cx(
              'flex flex-col gap-0.5 rounded-lg p-2.5 text-left ring-inset disabled:cursor-not-allowed disabled:opacity-45 aria-disabled:cursor-not-allowed',
              preset.id === inUse
                ? 'bg-accent-soft ring-2 ring-accent'
                : 'bg-raised ring-1 ring-line not-disabled:not-aria-disabled:hover:ring-edge',
              blocked && 'border-dashed bg-transparent',
            )}
          >
            <span className={cx('text-[0.8125rem] font-medium', blocked && 'text-muted')}>
              {t(`settings.presets.${preset.id}.name`)}
            </span>
            <span id={line} className="text-xs text-muted">
              {blocked ? t('settings.presets.obstacle') : t(`settings.presets.${preset.id}.line`)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
