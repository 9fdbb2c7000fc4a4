'use client';

import { useTranslation } from 'react-i18next';
import { formatList, formatShare } from '../../_lib/format';
import { lossShare, pullShare, type TermKind } from '../../_lib/shares';
import { useRoom } from '../../_lib/studio-context';
import { Tip } from '../ui/icon-button';

/** What a slider really does just now: how much of the pull on the picture, and of the loss, is this term's. */
export function TermShares({ kind }: { readonly kind: TermKind }) {
  const { t } = useTranslation();
  const pull = useRoom((state) => pullShare(state, kind));
  const loss = useRoom((state) => lossShare(state, kind));
  if (pull === null && loss === null) return null;
  const texts = [
    pull !== null && t('settings.shares.pull', { percent: formatShare(pull) }),
    loss !== null && t('settings.shares.loss', { percent: formatShare(loss) }),
  ].filter((text) => text !== false);
  const told = pull ?? loss ?? 0;
  return (
    <Tip
      text={
        <>
          {texts.join(' · ')}
          {pull !== null && <span className="block opacity-75">{t('settings.shares.pullHint')}</span>}
        </>
      }
    >
      <span data-testid={`shares-${kind}`} className="flex items-center gap-1.5 text-xs tabular-nums">
        <span className="sr-only">{formatList(texts, t)}</span>
        {/* The upper bar is of the pull, the lower one of the loss. */}
        <span aria-hidden className="flex w-8 flex-col gap-px overflow-hidden rounded-sm">
          <Bar share={pull} colour={`var(--curve-${kind})`} />
          <Bar share={loss} colour="var(--edge)" />
        </span>
        <span aria-hidden className="w-8">
          {t('settings.percent', { percent: formatShare(told) })}
        </span>
      </span>
    </Tip>
  );
}

function Bar({ share, colour }: { readonly share: number | null; readonly colour: string }) {
  if (share === null) return null;
  return (
    <span className="h-[3px] bg-line">
      <span className="block h-full" style={{ width: `${share * 100}%`, background: colour }} />
    </span>
  );
}
