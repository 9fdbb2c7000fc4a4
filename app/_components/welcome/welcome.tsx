'use client';

import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rememberWelcomed } from '../../_lib/welcome';
import { Button } from '../ui/button';
import { cx } from '../ui/cx';
import { welcomeSteps } from './steps';

/** The three steps together take ten seconds. */
const STEP_MS = 3_300;

/** On somebody's first visit: what this is, in three drawings above the studio, which is there and works meanwhile. */
export function Welcome({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [step, setStep] = useState(0);
  const [begun, setBegun] = useState(false);
  const last = welcomeSteps.length - 1;

  useEffect(() => {
    // Drawn as they are at first, so that there is something to move from.
    const start = setTimeout(() => setBegun(true), 50);
    const seen = setTimeout(rememberWelcomed, STEP_MS * welcomeSteps.length);
    return () => {
      clearTimeout(start);
      clearTimeout(seen);
    };
  }, []);
  useEffect(() => {
    if (step === last || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const timer = setTimeout(() => setStep(step + 1), STEP_MS);
    return () => clearTimeout(timer);
  }, [step, last]);

  return (
    <aside
      aria-label={t('welcome.title')}
      className="flex items-center gap-3 border-b border-line bg-panel px-3 py-2 sm:gap-6 sm:px-4"
    >
      <ol className="grid min-w-0 grow gap-6 md:grid-cols-3">
        {welcomeSteps.map(({ id, Vignette }, index) => (
          <li
            key={id}
            className={cx('min-w-0 items-center gap-3', index === step ? 'flex' : 'hidden md:flex')}
          >
            <Vignette played={begun && index <= step} />
            <p
              className={cx(
                'min-w-0 text-[0.8125rem] leading-snug transition-colors duration-700',
                index === step ? 'text-ink' : 'text-muted',
              )}
            >
              {t(`welcome.steps.${id}`)}
            </p>
          </li>
        ))}
      </ol>
      <div className="flex shrink-0 flex-col items-center gap-1">
        <Button
          size="small"
          aria-label={t('welcome.dismissLabel')}
          onClick={() => {
            rememberWelcomed();
            onDone();
          }}
        >
          {t('welcome.dismiss')}
        </Button>
        <div className="flex md:hidden">
          {welcomeSteps.map(({ id }, index) => (
            <button
              key={id}
              type="button"
              aria-label={t('welcome.show', { number: index + 1 })}
              aria-current={index === step ? 'step' : undefined}
              onClick={() => setStep(index)}
              className="flex size-6 items-center justify-center rounded-full"
            >
              <span
                aria-hidden
                className={cx('size-1.5 rounded-full', index === step ? 'bg-accent' : 'bg-edge')}
              />
            </button>
          ))}
        </div>
      </div>
    </aside>
  );
}
