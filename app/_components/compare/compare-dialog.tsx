'use client';

import { Dialog } from '@base-ui/react/dialog';
import { ArrowLeftRight, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedSide } from '../../_lib/compared';
import { runsOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { Choices } from '../setup/choices';
import { IconButton } from '../ui/icon-button';
import { ComparedPictures, layouts, type Layout } from './compared-pictures';
import { ComparedCurves } from './compared-curves';
import { DifferenceTable } from './difference-table';
import { SidePicker } from './side-picker';

interface CompareDialogProps {
  readonly initial: readonly [ComparedSide, ComparedSide];
  readonly onClose: () => void;
}

/** Two runs, or two moments, beside or over each other: their pictures, their settings and their curves. */
export function CompareDialog({ initial, onClose }: CompareDialogProps) {
  const { t } = useTranslation();
  const runs = useRoom(runsOf);
  const [[first, second], setSides] = useState(initial);
  const [layout, setLayout] = useState<Layout>('beside');
  const runOf = ({ runId }: ComparedSide) => runs.find(({ id }) => id === runId);
  const [one, other] = [runOf(first), runOf(second)];
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/60" />
        <Dialog.Popup
          data-testid="compare"
          className="fixed inset-0 z-40 flex flex-col gap-3 overflow-y-auto bg-panel p-3 shadow-2xl ring-1 ring-line sm:inset-4 sm:rounded-2xl sm:p-4"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Dialog.Title className="text-lg font-semibold tracking-tight">{t('compare.title')}</Dialog.Title>
            <Choices
              label={t('compare.layout')}
              values={layouts}
              value={layout}
              name={(name) => t(`compare.layouts.${name}`)}
              disabled={false}
              onChoose={setLayout}
            />
            <Dialog.Close
              render={
                <IconButton label={t('compare.close')} className="max-sm:order-first sm:ml-auto">
                  <X aria-hidden />
                </IconButton>
              }
            />
          </div>
          <div className="flex flex-wrap items-center gap-2">
            <SidePicker name="first" runs={runs} side={first} onChoose={(side) => setSides([side, second])} />
            <IconButton label={t('compare.swap')} onClick={() => setSides([second, first])}>
              <ArrowLeftRight aria-hidden />
            </IconButton>
            <SidePicker
              name="second"
              runs={runs}
              side={second}
              onChoose={(side) => setSides([first, side])}
            />
          </div>
          {one && other && (
            <>
              <ComparedPictures
                layout={layout}
                first={{ run: one, iteration: first.iteration }}
                second={{ run: other, iteration: second.iteration }}
              />
              <div className="grid shrink-0 gap-4 lg:grid-cols-2">
                <DifferenceTable
                  first={{ run: one, iteration: first.iteration }}
                  second={{ run: other, iteration: second.iteration }}
                />
                <ComparedCurves first={one} second={other} />
              </div>
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
