export const menuPopupClass =
  'min-w-40 rounded-xl bg-raised p-1 shadow-2xl ring-1 ring-line outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0';

export const menuItemClass =
  'flex cursor-default items-center gap-3 rounded-lg px-2.5 py-1.5 outline-none select-none data-highlighted:bg-accent-soft data-disabled:opacity-45';
