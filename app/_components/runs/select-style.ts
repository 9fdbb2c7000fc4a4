export const selectClass =
  'h-7 max-w-48 min-w-0 truncate rounded-md bg-raised px-1.5 text-xs ring-1 ring-line ring-inset hover:ring-edge';
