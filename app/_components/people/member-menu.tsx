'use client';

import { Menu } from '@base-ui/react/menu';
import { Check, MoreHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../server/protocol/room';
import { roleSchema, type Role } from '../../../server/protocol/roles';
import { useCommand } from '../../_lib/studio-context';
import { buttonClass } from '../ui/button';
import type { Question } from './member-question';
import { menuItemClass, menuPopupClass } from '../ui/menu-style';

interface MemberMenuProps {
  readonly member: Member;
  readonly me: boolean;
  /** Told of what is to be confirmed first. */
  readonly onAsk: (question: Question) => void;
}

/** What an owner can do about a member: the role, and whether they stay. */
export function MemberMenu({ member, me, onAsk }: MemberMenuProps) {
  const { t } = useTranslation();
  const command = useCommand();
  const { id: memberId, name, role } = member;

  const choose = (next: Role) => {
    if (next === role) return;
    if (me) onAsk({ kind: 'step-down', member, role: next });
    else void command({ type: 'member:role', memberId, role: next });
  };

  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={me ? t('people.ownMenu') : t('people.menu', { name })}
        className={buttonClass('quiet', 'small', '-my-1 w-8 px-0!')}
      >
        <MoreHorizontal aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-40">
          <Menu.Popup className={menuPopupClass}>
            <Menu.RadioGroup value={role} onValueChange={choose}>
              {roleSchema.options.map((one) => (
                <Menu.RadioItem key={one} value={one} closeOnClick className={menuItemClass}>
                  <span className="flex grow flex-col">
                    {t(`role.${one}`)}
                    <span className="text-xs text-muted">{t(`people.roleLine.${one}`)}</span>
                  </span>
                  <Menu.RadioItemIndicator>
                    <Check aria-hidden className="size-4 text-accent" />
                  </Menu.RadioItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            {!me && (
              <>
                <Menu.Separator className="m-1 h-px bg-line" />
                {(['remove', 'ban'] as const).map((kind) => (
                  <Menu.Item
                    key={kind}
                    className={`${menuItemClass} text-danger`}
                    onClick={() => onAsk({ kind, member })}
                  >
                    {t(`people.${kind}.item`)}
                  </Menu.Item>
                ))}
              </>
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
