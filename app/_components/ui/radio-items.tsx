'use client';

import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { menuItemClass } from './menu-style';

interface RadioItemsProps<T extends string> {
  readonly value: string;
  readonly choices: readonly {
    readonly value: T;
    readonly name: string;
    /** What choosing it means. */
    readonly note?: string;
    /** Where it is named in a language of its own. */
    readonly lang?: string;
  }[];
  readonly onChoose: (value: T) => void;
}

/** The lines of a menu of which one is chosen. */
export function RadioItems<T extends string>({ value, choices, onChoose }: RadioItemsProps<T>) {
  return (
    <Menu.RadioGroup value={value} onValueChange={onChoose}>
      {choices.map((choice) => (
        <Menu.RadioItem key={choice.value} value={choice.value} closeOnClick className={menuItemClass}>
          <span lang={choice.lang} className="flex grow flex-col">
            {choice.name}
            {choice.note && <span className="text-xs text-muted">{choice.note}</span>}
          </span>
          <Menu.RadioItemIndicator>
            <Check aria-hidden className="size-4 text-accent" />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
