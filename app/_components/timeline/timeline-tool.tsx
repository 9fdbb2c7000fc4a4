'use client';

import { Popover } from '@base-ui/react/popover';
import { useState, type ReactNode } from 'react';
import { buttonClass } from '../ui/button';
import { Tip } from '../ui/icon-button';

interface TimelineToolProps {
  readonly icon: ReactNode;
  readonly name: string;
  /** What it opens. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button of the timeline that opens a box above it. */
export function TimelineTool({ icon, name, children }: TimelineToolProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Tip text={name}>
        <Popover.Trigger
          aria-label={name}
          className={buttonClass('quiet', 'small', 'w-8 px-0! max-lg:size-9')}
        >
          {icon}
        </Popover.Trigger>
      </Tip>
      <Popover.Portal>
        <Popover.Positioner side="top" align="end" sideOffset={8} collisionPadding={8} className="z-30">
          <Popover.Popup
            aria-label={name}
            className="flex w-88 max-w-[calc(100vw-1rem)] flex-col gap-3 rounded-xl bg-raised p-4 shadow-2xl ring-1 ring-line"
          >
            {children(() => setOpen(false))}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
