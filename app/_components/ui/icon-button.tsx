'use client';

import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';
import { buttonClass, type ButtonProps } from './button';
import { cx } from './cx';

interface IconButtonProps extends ButtonProps {
  /** Its name, for screen readers and as a tooltip. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A square button with a picture on it. */
export function IconButton({
  label,
  children,
  look = 'quiet',
  size = 'small',
  className,
  ...props
}: IconButtonProps) {
  const square = { small: 'w-8', medium: 'w-9', large: 'w-11' }[size];
  return (
    <Tip text={label}>
      <button
        type="button"
        aria-label={label}
        {...props}
        className={buttonClass(look, size, cx(square, 'px-0!', className))}
      >
        {children}
      </button>
    </Tip>
  );
}

/** Says what its child is, on hovering and on focus. */
export function Tip({ text, children }: { readonly text: ReactNode; readonly children: React.ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup className="max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-ground shadow-lg">
            {text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
