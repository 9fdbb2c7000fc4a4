'use client';

import { Menu } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { buttonClass } from './button';
import { menuPopupClass } from './menu-style';
import { RadioItems } from './radio-items';

interface ChoiceMenuProps<T extends string> extends ComponentProps<typeof RadioItems<T>> {
  readonly label: string;
  readonly icon: LucideIcon;
}

/** A quiet button of an icon that opens a menu in which one thing is chosen. */
export function ChoiceMenu<T extends string>({ label, icon: Icon, ...choice }: ChoiceMenuProps<T>) {
  return (
    <Menu.Root>
      <Menu.Trigger aria-label={label} className={buttonClass('quiet', 'small', 'w-8 px-0!')}>
        <Icon aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} className="z-30">
          <Menu.Popup className={menuPopupClass}>
            <RadioItems {...choice} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
