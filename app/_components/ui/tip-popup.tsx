'use client';

import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useState, type ReactNode } from 'react';

const DELAY_MS = 400;
/** For the pointer's way from the thing onto what is said of it. */
const GRACE_MS = 150;

interface TipPopupProps {
  readonly anchor: Element;
  readonly text: ReactNode;
  /** By the keyboard; a pointer has to rest on it first. */
  readonly atOnce: boolean;
  /** Whether it is still pointed at, or has the focus. */
  readonly wanted: boolean;
  readonly onClose: () => void;
}

/** What a thing is, beside it. */
export function TipPopup({ anchor, text, atOnce, wanted, onClose }: TipPopupProps) {
  const [open, setOpen] = useState(atOnce);
  const [within, setWithin] = useState(false);
  const held = wanted || within;
  useEffect(() => {
    const timer = held ? setTimeout(() => setOpen(true), DELAY_MS) : setTimeout(onClose, GRACE_MS);
    return () => clearTimeout(timer);
  }, [held, onClose]);
  return (
    <Tooltip.Root
      open={open}
      onOpenChange={(_next, { reason }) => {
        if (reason === 'escape-key') onClose();
      }}
    >
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} sideOffset={6} className="z-50">
          <Tooltip.Popup
            onPointerEnter={() => setWithin(true)}
            onPointerLeave={() => setWithin(false)}
            className="max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-ground shadow-lg"
          >
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
