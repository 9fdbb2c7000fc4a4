import { describe, expect, it } from 'vitest';
import { belongsToFocus, shortcutOf, shortcuts, type KeyPress } from '../../../app/_lib/shortcuts';
import { en } from '../../../app/_lib/messages/en';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  isComposing: false,
  ...part,
});

/** A focused element, by the parts of a selector that it or what it lies in would match. */
function focusOn(itself: string, ...around: string[]): Pick<Element, 'closest'> {
  const parts = (selector: string) => selector.split(',').map((part) => part.trim());
  return {
    closest: ((selector: string) => {
      const found = [itself, ...around].find((one) =>
        parts(selector).some((part) => part === one || one.startsWith(`${part}[`)),
      );
      return found ? { matches: (wanted: string) => parts(wanted).includes(found) } : null;
    }) as Element['closest'],
  };
}

describe('the table of shortcuts', () => {
  it('gives no key two meanings', () => {
    const keys = shortcuts.flatMap((row) => [...row.keys]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a word for every shortcut and every group', () => {
    for (const { id, group } of shortcuts) {
      expect(en.shortcuts.does[id]).not.toBe('');
      expect(en.shortcuts.groups[group]).not.toBe('');
    }
  });

  it('finds each shortcut by each of its keys', () => {
    for (const { id, keys } of shortcuts) for (const key of keys) expect(shortcutOf(press(key))).toBe(id);
  });
});

describe('a press of a key', () => {
  it('is no shortcut together with Ctrl, Alt or the command key', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const) {
      expect(shortcutOf(press('f', { [held]: true }))).toBeNull();
    }
    expect(shortcutOf(press('[', { ctrlKey: true }))).toBeNull();
    expect(shortcutOf(press('[', { metaKey: true }))).toBeNull();
  });

  it('is one where the layout of the keyboard needs Alt or AltGr for the character', () => {
    expect(shortcutOf(press('[', { ctrlKey: true, altKey: true }))).toBe('scrubBack');
    expect(shortcutOf(press(']', { altKey: true }))).toBe('scrubForward');
  });

  it('means the same in capitals and on a keyboard with another script', () => {
    expect(shortcutOf(press('F'))).toBe('fit');
    expect(shortcutOf(press('а', { code: 'KeyF' }))).toBe('fit');
    expect(shortcutOf(press('з', { code: 'KeyP' }))).toBe('projector');
  });

  it('is no shortcut while characters are being composed', () => {
    expect(shortcutOf(press('c', { isComposing: true }))).toBeNull();
  });

  it('that is held goes on only where going on makes sense', () => {
    expect(shortcutOf(press(' ', { repeat: true }))).toBeNull();
    expect(shortcutOf(press('[', { repeat: true }))).toBe('scrubBack');
  });
});

describe('what has the focus', () => {
  it('keeps every key where something is typed, and in what lies over the page', () => {
    for (const place of ['input', 'textarea', 'select', '[contenteditable]', '[role="menu"]']) {
      expect(belongsToFocus('f', focusOn(place))).toBe(true);
    }
    expect(belongsToFocus('f', focusOn('button', '[role="dialog"]'))).toBe(true);
    expect(belongsToFocus('f', focusOn('input[type="range"]', '[role="dialog"]'))).toBe(true);
  });

  it('keeps the space on a button and a slider, and leaves them the other keys', () => {
    for (const control of ['button', 'a', 'input[type="range"]', '[role="tab"]']) {
      expect(belongsToFocus(' ', focusOn(control))).toBe(true);
      expect(belongsToFocus('[', focusOn(control))).toBe(false);
    }
  });

  it('keeps nothing where it is the page', () => {
    expect(belongsToFocus(' ', null)).toBe(false);
    expect(belongsToFocus(' ', focusOn('body'))).toBe(false);
  });
});
