'use client';

import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button';
import { menuItemClass, menuPopupClass } from '../ui/menu-style';

const amounts = [50, 100, 200, 500];

interface MoreIterationsProps {
  readonly disabled: boolean;
  readonly onGo: (iterations: number) => void;
  /** What gets the focus when iterations were chosen, since the button goes. */
  readonly focusAfter: RefObject<HTMLElement | null>;
}

export function MoreIterations({ disabled, onGo, focusAfter }: MoreIterationsProps) {
  const { t } = useTranslation();
  const chosen = useRef(false);

  function go(count: number): void {
    chosen.current = true;
    onGo(count);
  }

  return (
    <Menu.Root
      onOpenChange={(open) => {
        if (open) chosen.current = false;
      }}
    >
      <Menu.Trigger disabled={disabled} className={buttonClass('secondary', 'large')}>
        {t('run.more')}
        <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="start" className="z-30">
          <Menu.Popup className={menuPopupClass} finalFocus={() => !chosen.current || focusAfter.current}>
            {amounts.map((count) => (
              <Menu.Item key={count} className={menuItemClass} onClick={() => go(count)}>
                {t('run.moreGo', { count })}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
