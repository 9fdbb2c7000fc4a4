'use client';

import {
  cloneElement,
  useCallback,
  useState,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
} from 'react';
import { buttonClass, type ButtonProps } from './button';
import { cx } from './cx';
import { onDemand } from './on-demand';

const TipPopup = onDemand(() => import('./tip-popup').then((module) => module.TipPopup));

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

/** What has been begun to be pointed at, or has got the focus. */
interface Hint {
  readonly anchor: Element;
  readonly atOnce: boolean;
  readonly wanted: boolean;
}

interface TipProps {
  readonly text: ReactNode;
  readonly children: ReactElement<HTMLAttributes<Element>>;
}

/** Says what its child is, on hovering and on focus. What shows it is fetched when it is wanted for the first time. */
export function Tip({ text, children }: TipProps) {
  const [hint, setHint] = useState<Hint | null>(null);
  const close = useCallback(() => setHint(null), []);
  const leave = () => setHint((now) => now && { ...now, wanted: false });
  const own = children.props;
  return (
    <>
      {cloneElement(children, {
        onPointerEnter(event) {
          own.onPointerEnter?.(event);
          const anchor = event.currentTarget;
          if (event.pointerType === 'mouse') setHint({ anchor, atOnce: false, wanted: true });
        },
        onPointerLeave(event) {
          own.onPointerLeave?.(event);
          leave();
        },
        onPointerDown(event) {
          own.onPointerDown?.(event);
          close();
        },
        onFocus(event) {
          own.onFocus?.(event);
          const anchor = event.currentTarget;
          if (anchor.matches(':focus-visible')) setHint({ anchor, atOnce: true, wanted: true });
        },
        onBlur(event) {
          own.onBlur?.(event);
          close();
        },
      })}
      {hint && <TipPopup {...hint} text={text} onClose={close} />}
    </>
  );
}
