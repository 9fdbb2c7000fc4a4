'use client';

import { Popover } from '@base-ui/react/popover';
import { GitFork } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../../../server/protocol/moments';
import { runById } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { buttonClass } from '../ui/button';
import { ForkForm } from './fork-form';

interface ForkButtonProps {
  readonly moment: Moment;
  readonly className?: string;
}

/** Opens what starts a new run at a moment of another one, or says why that cannot be now. */
export function ForkButton({ moment, className }: ForkButtonProps) {
  const { t } = useTranslation();
  const run = useRoom((state) => runById(state, moment.runId));
  const [open, setOpen] = useState(false);
  if (!run) return null;
  const { iteration } = moment;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger
        aria-label={t('fork.openNumbered', { number: run.number, iteration })}
        className={buttonClass('secondary', 'small', className)}
      >
        <GitFork aria-hidden />
        {t('fork.open')}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} collisionPadding={8} className="z-30">
          <Popover.Popup className="flex w-80 max-w-[calc(100vw-1rem)] flex-col gap-3 rounded-xl bg-raised p-4 shadow-2xl ring-1 ring-line">
            <Popover.Title className="font-medium">{t('fork.title')}</Popover.Title>
            <ForkForm run={run} wanted={iteration} onDone={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
