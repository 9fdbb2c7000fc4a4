'use client';

import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button';
import { menuItemClass, menuPopupClass } from '../ui/menu-style';

const amounts = [50, 100, 200, 500];

interface MoreIterationsProps {
  readonly disabled: boolean;
  readonly onGo: (iterations: number) => void;
}

export function MoreIterations({ disabled, onGo }: MoreIterationsProps) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger disabled={disabled} className={buttonClass('secondary', 'large')}>
        {t('run.more')}
        <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="start" className="z-30">
          <Menu.Popup className={menuPopupClass}>
            {amounts.map((count) => (
              <Menu.Item key={count} className={menuItemClass} onClick={() => onGo(count)}>
                {t('run.moreGo', { count })}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
