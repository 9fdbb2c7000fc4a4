'use client';

import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode, RefObject } from 'react';
import { cx } from './cx';

interface ModalProps {
  readonly open: boolean;
  /** Absent where the dialog has to be answered. */
  readonly onClose?: () => void;
  readonly title: string;
  readonly text?: string;
  readonly wide?: boolean;
  /** As high as it gets from the start, for what comes later than the dialog. */
  readonly tall?: boolean;
  /** What has the focus first. (`autoFocus` would take it before the dialog knows where to give it back to.) */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** What gets the focus when it closes, where what had it before may be gone; `true` for what had it before. */
  readonly finalFocus?: () => HTMLElement | true | null;
  readonly children: ReactNode;
}

export function Modal({
  open,
  onClose,
  title,
  text,
  wide,
  tall,
  initialFocus,
  finalFocus,
  children,
}: ModalProps) {
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose?.();
      }}
      disablePointerDismissal={!onClose}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/60 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          initialFocus={initialFocus}
          finalFocus={finalFocus}
          className={cx(
            'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-1/2 flex-col gap-4 overflow-y-auto rounded-2xl bg-panel p-6 shadow-2xl ring-1 ring-line transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0',
            wide ? 'max-w-4xl' : 'max-w-md',
            tall && 'h-[44rem]',
          )}
        >
          <div className="flex flex-col gap-1">
            <Dialog.Title className="text-lg font-semibold tracking-tight">{title}</Dialog.Title>
            {text && <Dialog.Description className="text-muted">{text}</Dialog.Description>}
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
