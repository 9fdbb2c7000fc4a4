'use client';

import { Menu } from '@base-ui/react/menu';
import { CircleHelp, Ellipsis, Presentation } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { pageModes } from '../../_lib/page-modes';
import { enterProjector } from '../projector/use-projector';
import { buttonClass } from '../ui/button';
import { Tip } from '../ui/icon-button';
import { menuItemClass, menuPopupClass } from '../ui/menu-style';

/** On a phone: what has a button of its own on wider screens. */
export function MoreMenu({ projects }: { readonly projects: boolean }) {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Tip text={t('shortcuts.more')}>
        <Menu.Trigger
          aria-label={t('shortcuts.more')}
          className={buttonClass('quiet', 'small', 'w-8 px-0! sm:hidden')}
        >
          <Ellipsis aria-hidden />
        </Menu.Trigger>
      </Tip>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-30">
          <Menu.Popup className={menuPopupClass}>
            {projects && (
              <Menu.Item className={menuItemClass} onClick={enterProjector}>
                <Presentation aria-hidden className="size-4 shrink-0" />
                {t('projector.enter')}
              </Menu.Item>
            )}
            <Menu.Item className={menuItemClass} onClick={() => pageModes.setState({ help: true })}>
              <CircleHelp aria-hidden className="size-4 shrink-0" />
              {t('shortcuts.open')}
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
