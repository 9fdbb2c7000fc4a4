'use client';

import { Popover } from '@base-ui/react/popover';
import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isOwner } from '../../_lib/room-selectors';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { isLocalOrigin, shareLink } from '../../_lib/urls';
import { buttonClass } from '../ui/button';
import { LinkBox } from './link-box';
import { RenewLink } from './renew-link';

/** The links that let others in, and for owners the one that lets themselves in again. */
export function ShareMenu() {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const session = useRoom((state) => state.session);
  const owner = useRoom(isOwner);
  if (!session) return null;
  const { keys, origins } = session;
  const link = (key: string) => shareLink(roomId, key, location.origin, origins);
  const { origin } = new URL(link(keys.watch));
  return (
    <Popover.Root>
      <Popover.Trigger aria-label={t('share.button')} className={buttonClass('primary', 'small')}>
        <Link2 aria-hidden />
        <span className="max-sm:hidden">{t('share.button')}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} className="z-30">
          <Popover.Popup className="flex max-h-[calc(100dvh-5rem)] w-96 max-w-[calc(100vw-2rem)] flex-col gap-4 overflow-y-auto rounded-xl bg-raised p-4 shadow-2xl ring-1 ring-line">
            <Popover.Title className="sr-only">{t('people.links.title')}</Popover.Title>
            {keys.edit !== null && (
              <LinkBox
                title={t('share.editTitle')}
                text={t('share.editText')}
                action={t('share.copyEdit')}
                link={link(keys.edit)}
              >
                {owner && <RenewLink link="edit" />}
              </LinkBox>
            )}
            <LinkBox
              title={t('share.watchTitle')}
              text={t('share.watchText')}
              action={t('share.copyWatch')}
              link={link(keys.watch)}
            >
              {owner && <RenewLink link="watch" />}
            </LinkBox>
            <p className="text-xs text-muted">
              {isLocalOrigin(origin) ? t('share.localOnly') : t('share.address', { origin })}
            </p>
            {keys.recovery !== null && (
              <div className="border-t border-line pt-4">
                <LinkBox
                  title={t('people.links.recoveryTitle')}
                  text={t('people.links.recoveryText')}
                  action={t('people.links.copyRecovery')}
                  link={link(keys.recovery)}
                >
                  <RenewLink link="recovery" />
                </LinkBox>
              </div>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
