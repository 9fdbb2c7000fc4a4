'use client';

import { useTranslation } from 'react-i18next';
import { formatShare } from '../../_lib/format';
import { lossShare, pullShare, type TermKind } from '../../_lib/shares';
import { useRoom } from '../../_lib/studio-context';

/** What a slider really does just now: how much of the pull on the picture, and of the loss, is this term's. */
export function TermShares({ kind }: { readonly kind: TermKind }) {
  const { t } = useTranslation();
  const pull = useRoom((state) => pullShare(state, kind));
  const loss = useRoom((state) => lossShare(state, kind));
  if (pull === null && loss === null) return null;
  return (
    <p data-testid={`shares-${kind}`} className="flex gap-3 text-xs text-muted tabular-nums">
      {pull !== null && (
        <span className="text-ink" title={t('settings.shares.pullHint')}>
          {t('settings.shares.pull', { percent: formatShare(pull) })}
        </span>
      )}
      {loss !== null && <span>{t('settings.shares.loss', { percent: formatShare(loss) })}</span>}
    </p>
  );
}
