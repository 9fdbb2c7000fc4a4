'use client';

import { Popover } from '@base-ui/react/popover';
import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { isLocalOrigin, shareLink } from '../../_lib/urls';
import { buttonClass } from '../ui/button';
import { LinkBox } from './link-box';

/** The links that let others in. */
export function ShareMenu() {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const session = useRoom((state) => state.session);
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
          <Popover.Popup className="flex w-96 max-w-[calc(100vw-2rem)] flex-col gap-4 rounded-xl bg-raised p-4 shadow-2xl ring-1 ring-line">
            {keys.edit !== null && (
              <LinkBox
                title={t('share.editTitle')}
                text={t('share.editText')}
                action={t('share.copyEdit')}
                link={link(keys.edit)}
              />
            )}
            <LinkBox
              title={t('share.watchTitle')}
              text={t('share.watchText')}
              action={t('share.copyWatch')}
              link={link(keys.watch)}
            />
            <p className="text-xs text-muted">
              {isLocalOrigin(origin) ? t('share.localOnly') : t('share.address', { origin })}
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
