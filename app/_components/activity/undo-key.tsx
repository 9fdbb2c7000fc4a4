import { useUndoKey } from './use-undo';

/** Listens for the keys that take a change back; apart from the other keys, since it needs the words of every setting. */
export function UndoKey() {
  useUndoKey();
  return null;
}
