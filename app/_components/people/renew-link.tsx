'use client';

import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../../server/protocol/roles';
import { useCommand } from '../../_lib/studio-context';
import { Button } from '../ui/button';

const names = { edit: 'renewEdit', watch: 'renewWatch', recovery: 'renewRecovery' } as const;

/** Makes the old link void, after saying whom that shuts out. */
export function RenewLink({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  const command = useCommand();
  const region = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState<'idle' | 'asking' | 'renewed'>('idle');

  function go(next: typeof step): void {
    // What was pressed goes, and would take the focus with it.
    region.current?.focus();
    setStep(next);
  }

  async function renew(): Promise<void> {
    if (await command({ type: 'links:rotate', link })) go('renewed');
  }

  return (
    <div
      ref={region}
      tabIndex={-1}
      role="group"
      aria-label={t(`people.links.${names[link]}`)}
      className="rounded-md"
    >
      <p aria-live="polite" className="text-xs text-muted empty:hidden">
        {step === 'asking' && t(`people.links.confirm.${link}`)}
        {step === 'renewed' && t('people.links.renewed')}
      </p>
      {step === 'asking' ? (
        <div className="flex gap-2 pt-2">
          <Button size="small" look="danger" onClick={() => void renew()}>
            {t('people.links.confirmAction')}
          </Button>
          <Button size="small" look="quiet" className="hover:bg-panel!" onClick={() => go('idle')}>
            {t('people.cancel')}
          </Button>
        </div>
      ) : (
        <button
          type="button"
          aria-label={t(`people.links.${names[link]}`)}
          onClick={() => go('asking')}
          className="rounded-sm text-xs text-muted underline underline-offset-2 hover:text-ink"
        >
          {t('people.links.renew')}
        </button>
      )}
    </div>
  );
}
