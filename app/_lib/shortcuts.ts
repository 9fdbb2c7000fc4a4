/** What a key does, wherever the focus is. The list that `?` shows is this table, in this order. */
export const shortcuts = [
  { id: 'pause', group: 'run', keys: [' '] },
  { id: 'scrubBack', group: 'run', keys: ['['], repeats: true },
  { id: 'scrubForward', group: 'run', keys: [']'], repeats: true },
  { id: 'fit', group: 'picture', keys: ['f', '0'] },
  { id: 'actualSize', group: 'picture', keys: ['1'] },
  { id: 'zoomIn', group: 'picture', keys: ['+', '='], repeats: true },
  { id: 'zoomOut', group: 'picture', keys: ['-'], repeats: true },
  { id: 'compare', group: 'picture', keys: ['c'] },
  { id: 'projector', group: 'page', keys: ['p'] },
  { id: 'help', group: 'page', keys: ['?'] },
] as const satisfies readonly ShortcutRow[];

interface ShortcutRow {
  /** Also the end of its key in the words of the page. */
  readonly id: string;
  readonly group: string;
  /** As `KeyboardEvent.key` has them, in lower case. */
  readonly keys: readonly string[];
  /** Whether it is done again while the key is held. */
  readonly repeats?: boolean;
}

export type Shortcut = (typeof shortcuts)[number];
export type ShortcutId = Shortcut['id'];

/** What a keyboard event says of a press. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing'
>;

/** The shortcut that a press means, wherever it was made; `null` where it means none. */
export function shortcutOf(press: KeyPress): ShortcutId | null {
  // On many keyboards brackets come with AltGr, which is Ctrl and Alt together, or on a Mac with Alt alone.
  const byLayout = press.altKey && !isLatin(press.key.toLowerCase());
  if (press.metaKey || press.isComposing || ((press.ctrlKey || press.altKey) && !byLayout)) return null;
  const key = keyOf(press);
  const found: (Shortcut & ShortcutRow) | undefined = shortcuts.find(({ keys }) =>
    (keys as readonly string[]).includes(key),
  );
  if (!found || (press.repeat && !found.repeats)) return null;
  return found.id;
}

/** On a keyboard with another script the letter is the one that a Latin keyboard has in its place. */
function keyOf({ key, code }: KeyPress): string {
  const lower = key.toLowerCase();
  // A character beyond ASCII, and no name of a key.
  if (lower.length === 1 && lower > '~' && /^Key[A-Z]$/.test(code)) return code.slice(3).toLowerCase();
  return lower;
}

const isLatin = (key: string): boolean => /^[a-z0-9]$/.test(key) || key.length > 1;

/** Where keys mean text, or belong to what lies over the page. */
const ELSEWHERE =
  'input, textarea, select, [contenteditable], [role="textbox"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** In these nothing is typed, though they are inputs. */
const NOT_TYPED = 'input[type="range"], input[type="checkbox"], input[type="radio"], input[type="button"]';
/** What a space presses, opens or ticks. */
const PRESSED =
  'button, a, summary, label, input, [role="button"], [role="tab"], [role="slider"], [role="switch"]';

/** Whether a press belongs to what has the focus, so that it is no shortcut there. */
export function belongsToFocus(key: string, focused: Pick<Element, 'closest'> | null): boolean {
  if (!focused) return false;
  const typing = focused.closest(ELSEWHERE);
  if (typing && !typing.matches(NOT_TYPED)) return true;
  // The dialog that a slider stands in is found only beyond it.
  if (typing && focused.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')) return true;
  return key === ' ' && focused.closest(PRESSED) !== null;
}
