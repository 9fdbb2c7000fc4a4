'use client';

import { Check, Copy } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../_lib/clipboard';
import { Button } from '../ui/button';

interface LinkBoxProps {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly link: string;
  /** Below the link: what else can be done with it. */
  readonly children?: ReactNode;
}

/** A link, selected and copied with one press; where the browser refuses, it stays selected to be copied by hand. */
export function LinkBox({ title, text, action, link, children }: LinkBoxProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);

  async function copy(): Promise<void> {
    setCopied(await copyText(link));
    input.current?.focus();
    input.current?.select();
  }

  return (
    <section className="flex flex-col gap-1.5">
      <h2 className="font-medium">{title}</h2>
      <p className="text-xs text-muted">{text}</p>
      <div className="flex gap-2">
        <input
          ref={input}
          readOnly
          value={link}
          aria-label={title}
          onFocus={(event) => event.target.select()}
          className="h-8 min-w-0 grow rounded-lg bg-ground px-2.5 font-mono text-xs ring-1 ring-line ring-inset"
        />
        <Button size="small" aria-label={action} onClick={() => void copy()}>
          {copied ? <Check aria-hidden className="text-good" /> : <Copy aria-hidden />}
          {copied ? t('share.copied') : t('share.copy')}
        </Button>
      </div>
      <p aria-live="polite" className="text-xs text-muted empty:hidden">
        {copied === false && t('share.byHand')}
      </p>
      {children}
    </section>
  );
}
