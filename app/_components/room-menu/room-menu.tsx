'use client';

import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Copy, Lock, LockOpen, Pencil, Trash2, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { duplicateRoom, problemOf } from '../../_lib/api';
import { rememberCreated } from '../../_lib/created-room';
import { isOwner, mayEdit } from '../../_lib/room-selectors';
import { useCommand, useRoom, useStudio } from '../../_lib/studio-context';
import { buttonClass } from '../ui/button';
import { cx } from '../ui/cx';
import { menuItemClass, menuPopupClass } from '../ui/menu-style';
import { onDemand } from '../ui/on-demand';

const RenameDialog = onDemand(() => import('./rename-dialog').then((module) => module.RenameDialog));
const DeleteDialog = onDemand(() => import('./delete-dialog').then((module) => module.DeleteDialog));

/** What can be done with the room as a whole; who watches can do none of it. */
export function RoomMenu() {
  const { t } = useTranslation();
  const { roomId, report } = useStudio();
  const command = useCommand();
  const owner = useRoom(isOwner);
  const editor = useRoom(mayEdit);
  const locked = useRoom((state) => state.room?.settingsLocked) ?? false;
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null);
  const [duplicating, setDuplicating] = useState(false);
  if (!editor) return null;

  async function duplicate(): Promise<void> {
    setDuplicating(true);
    try {
      const copy = await duplicateRoom(roomId);
      rememberCreated(copy.roomId);
      // A whole page, so that nothing of this room is left in it.
      location.assign(`/r/${copy.roomId}`);
    } catch (error) {
      setDuplicating(false);
      report(problemOf(error));
    }
  }

  return (
    <>
      <Menu.Root>
        <Menu.Trigger aria-label={t('roomMenu.label')} className={buttonClass('quiet', 'small', 'w-8 px-0!')}>
          <ChevronDown aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner align="start" sideOffset={6} className="z-30">
            <Menu.Popup className={cx(menuPopupClass, 'w-72 max-w-[calc(100vw-1rem)]')}>
              {owner && (
                <>
                  <Item icon={Pencil} label={t('roomMenu.rename')} onClick={() => setDialog('rename')} />
                  <Item
                    icon={locked ? LockOpen : Lock}
                    label={t(locked ? 'roomMenu.unlock' : 'roomMenu.lock')}
                    text={t(locked ? 'roomMenu.unlockText' : 'roomMenu.lockText')}
                    onClick={() => void command({ type: 'room:lock', locked: !locked })}
                  />
                </>
              )}
              <Item
                icon={Copy}
                label={t('roomMenu.duplicate')}
                text={t(duplicating ? 'roomMenu.duplicating' : 'roomMenu.duplicateText')}
                disabled={duplicating}
                // The menu stays until the copy opens, and says meanwhile that it is being made.
                closeOnClick={false}
                onClick={() => void duplicate()}
              />
              {owner && (
                <>
                  <Menu.Separator className="m-1 h-px bg-line" />
                  <Item
                    icon={Trash2}
                    label={t('roomMenu.delete')}
                    danger
                    onClick={() => setDialog('delete')}
                  />
                </>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      {dialog === 'rename' && <RenameDialog onClose={() => setDialog(null)} />}
      {dialog === 'delete' && <DeleteDialog onClose={() => setDialog(null)} />}
    </>
  );
}

interface ItemProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly text?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Whether the menu closes, as it does unless told. */
  readonly closeOnClick?: boolean;
  readonly onClick: () => void;
}

function Item({ icon: Icon, label, text, danger, ...behaviour }: ItemProps) {
  return (
    <Menu.Item className={cx(menuItemClass, danger && 'text-danger')} {...behaviour}>
      <Icon aria-hidden className="size-4 shrink-0" />
      <span className="flex flex-col">
        {label}
        {text && <span className="text-xs text-muted">{text}</span>}
      </span>
    </Menu.Item>
  );
}
