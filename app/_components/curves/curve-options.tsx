'use client';

import { Popover } from '@base-ui/react/popover';
import { SlidersHorizontal } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurveForm } from '../../_lib/curve-overlay';
import { MAX_SMOOTHING } from '../../_lib/curve-smoothing';
import { Choices } from '../setup/choices';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { Tip } from '../ui/icon-button';

interface CurveOptionsProps {
  readonly form: CurveForm;
  readonly onForm: (form: CurveForm) => void;
}

const axes = ['log', 'linear'] as const;

/** How the curves are drawn: the axis of the loss, and how much they are smoothed. */
export function CurveOptions({ form, onForm }: CurveOptionsProps) {
  const { t } = useTranslation();
  const id = useId();
  const usual = form.log && form.smoothing === 0;
  return (
    <Popover.Root>
      <Tip text={t('curves.options')}>
        <Popover.Trigger
          aria-label={t('curves.options')}
          className={buttonClass('quiet', 'small', cx('w-8 px-0!', !usual && 'text-accent!'))}
        >
          <SlidersHorizontal aria-hidden />
        </Popover.Trigger>
      </Tip>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-30">
          <Popover.Popup
            aria-label={t('curves.options')}
            className="flex w-64 max-w-[calc(100vw-1rem)] flex-col gap-3 rounded-xl bg-raised p-4 text-[0.8125rem] shadow-2xl ring-1 ring-line"
          >
            <div className="flex items-center justify-between gap-3">
              <span>{t('curves.axis')}</span>
              <Choices
                label={t('curves.axis')}
                values={axes}
                value={form.log ? 'log' : 'linear'}
                name={(one) => t(`curves.axes.${one}`)}
                disabled={false}
                onChoose={(one) => onForm({ ...form, log: one === 'log' })}
              />
            </div>
            <div className="flex flex-col gap-1">
              <div className="flex items-baseline justify-between gap-3">
                <label htmlFor={id}>{t('curves.smoothing')}</label>
                <span aria-hidden className="text-muted tabular-nums">
                  {form.smoothing === 0 ? t('settings.off') : form.smoothing}
                </span>
              </div>
              <input
                id={id}
                type="range"
                min={0}
                max={MAX_SMOOTHING}
                step={0.01}
                value={form.smoothing}
                aria-describedby={`${id}-note`}
                onChange={({ target }) => onForm({ ...form, smoothing: Number(target.value) })}
                onDoubleClick={() => onForm({ ...form, smoothing: 0 })}
                className="h-6 w-full accent-accent"
              />
              <p id={`${id}-note`} className="text-xs text-muted">
                {t('curves.smoothingNote')}
              </p>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
