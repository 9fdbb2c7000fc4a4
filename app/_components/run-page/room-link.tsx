'use client';

import type { ComponentProps, MouseEvent } from 'react';

interface RoomLinkProps extends ComponentProps<'a'> {
  /** Path of a page of the room that is open. */
  readonly href: string;
  /** Called before the address changes. */
  readonly onFollow?: () => void;
}

/**
 * Leads from one page of a room to another. The connection to the room stays: only the address changes, and with it what the
 * session shows. Opened in a tab of its own it is a link like any other.
 */
export function RoomLink({ href, onFollow, onClick, ...props }: RoomLinkProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || elsewhere) return;
    event.preventDefault();
    onFollow?.();
    // Next follows this: its `usePathname` gives the new path, and going back gives the old one.
    history.pushState(null, '', href);
    window.scrollTo(0, 0);
  }
  return <a {...props} href={href} onClick={follow} />;
}
