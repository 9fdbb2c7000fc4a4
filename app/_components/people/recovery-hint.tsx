'use client';

import { Check, Copy, KeyRound, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../_lib/clipboard';
import { forgetCreated, isJustCreated } from '../../_lib/created-room';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { shareLink } from '../../_lib/urls';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';

/** Once, to who has just created the room: how to stay its owner. */
export function RecoveryHint() {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const session = useRoom((state) => state.session);
  const [shown, setShown] = useState(() => isJustCreated(roomId));
  const [copied, setCopied] = useState<boolean | null>(null);
  const key = session?.keys.recovery;
  const visible = shown && session !== null && Boolean(key);

  useEffect(() => {
    if (visible) forgetCreated();
  }, [visible]);

  if (!visible || !key) return null;
  const link = shareLink(roomId, key, location.origin, session.origins);
  return (
    <aside
      aria-label={t('people.hint.label')}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-panel px-3 py-1.5 text-[0.8125rem] sm:px-4"
    >
      <KeyRound aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 flex-1 basis-64 text-muted">{t('people.hint.text')}</p>
      <span className="ml-auto flex flex-wrap items-center justify-end gap-1">
        <Button size="small" onClick={() => void copyText(link).then(setCopied)}>
          {copied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
          {copied ? t('share.copied') : t('people.links.copyRecovery')}
        </Button>
        <IconButton label={t('people.hint.dismiss')} onClick={() => setShown(false)}>
          <X aria-hidden />
        </IconButton>
      </span>
      {copied === false && (
        <p role="alert" className="basis-full font-mono text-xs wrap-anywhere">
          {link}
        </p>
      )}
    </aside>
  );
}
