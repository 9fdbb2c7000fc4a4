'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, Contrast } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyTheme, themes, type Theme } from '../../_lib/theme';
import { buttonClass } from './button';
import { menuItemClass, menuPopupClass } from './menu-style';

export function ThemeMenu({ initial }: { readonly initial: Theme }) {
  const { t } = useTranslation();
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
  };
  return (
    <Menu.Root>
      <Menu.Trigger aria-label={t('theme.label')} className={buttonClass('quiet', 'small', 'w-8 px-0!')}>
        <Contrast aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} className="z-30">
          <Menu.Popup className={menuPopupClass}>
            <Menu.RadioGroup value={theme} onValueChange={choose}>
              {themes.map((name) => (
                <Menu.RadioItem key={name} value={name} closeOnClick className={menuItemClass}>
                  <span className="grow">{t(`theme.${name}`)}</span>
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
