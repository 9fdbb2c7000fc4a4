'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import { buttonClass } from './button';
import { menuItemClass, menuPopupClass } from './menu-style';

interface ChoiceMenuProps<T extends string> {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly value: string;
  /** With `lang` where it is named in a language of its own. */
  readonly choices: readonly { readonly value: T; readonly name: string; readonly lang?: string }[];
  readonly onChoose: (value: T) => void;
}

/** A quiet button of an icon that opens a menu in which one thing is chosen. */
export function ChoiceMenu<T extends string>({
  label,
  icon: Icon,
  value,
  choices,
  onChoose,
}: ChoiceMenuProps<T>) {
  return (
    <Menu.Root>
      <Menu.Trigger aria-label={label} className={buttonClass('quiet', 'small', 'w-8 px-0!')}>
        <Icon aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} className="z-30">
          <Menu.Popup className={menuPopupClass}>
            <Menu.RadioGroup value={value} onValueChange={onChoose}>
              {choices.map((choice) => (
                <Menu.RadioItem
                  key={choice.value}
                  value={choice.value}
                  closeOnClick
                  className={menuItemClass}
                >
                  <span lang={choice.lang} className="grow">
                    {choice.name}
                  </span>
                  <Menu.RadioItemIndicator>
                    <Check aria-hidden className="size-4 text-accent" />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
