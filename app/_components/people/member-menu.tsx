'use client';

import { Menu } from '@base-ui/react/menu';
import { MoreHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Member } from '../../../server/protocol/room';
import { roleSchema, type Role } from '../../../server/protocol/roles';
import { useCommand } from '../../_lib/studio-context';
import { buttonClass } from '../ui/button';
import type { Question } from './member-question';
import { menuItemClass, menuPopupClass } from '../ui/menu-style';
import { RadioItems } from '../ui/radio-items';

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
            <RadioItems
              value={role}
              choices={roleSchema.options.map((one) => ({
                value: one,
                name: t(`role.${one}`),
                note: t(`people.roleLine.${one}`),
              }))}
              onChoose={choose}
            />
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
