'use client';

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcuts } from '../../_lib/shortcuts';
import { Button } from '../ui/button';
import { Modal } from '../ui/modal';
import { welcomeSteps } from '../welcome/steps';

interface HelpDialogProps {
  readonly projects: boolean;
  readonly onClose: () => void;
}

/** A plus is on the key of `=` with Shift, which nobody has to press; the list has the plus. */
const isListed = (key: string) => key !== '=';
const groups = ['run', 'picture', 'page'] as const;

/** How a studio works, and what its keys do. */
export function HelpDialog({ projects, onClose }: HelpDialogProps) {
  const { t } = useTranslation();
  const shown = shortcuts.filter(({ id }) => projects || id !== 'projector');
  return (
    <Modal open wide title={t('welcome.title')} onClose={onClose}>
      <ol className="grid gap-4 sm:grid-cols-3">
        {welcomeSteps.map(({ id, Vignette }) => (
          <li key={id} className="flex items-center gap-3 sm:flex-col sm:items-start">
            <Vignette played />
            <p className="text-[0.8125rem] text-muted">{t(`welcome.steps.${id}`)}</p>
          </li>
        ))}
      </ol>
      <div className="flex flex-col gap-0.5 border-t border-line pt-4">
        <h2 className="text-lg font-semibold tracking-tight">{t('shortcuts.title')}</h2>
        <p className="text-muted">{t('shortcuts.text')}</p>
      </div>
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3">
        {groups.map((group) => (
          <section key={group} className="flex flex-col gap-1">
            <h3 className="text-[0.8125rem] font-medium">{t(`shortcuts.groups.${group}`)}</h3>
            <dl className="flex flex-col">
              {shown
                .filter((row) => row.group === group)
                .map(({ id, keys }) => (
                  <Row key={id} keys={keys.filter(isListed)} text={t(`shortcuts.does.${id}`)} />
                ))}
              {group === 'page' && (
                <>
                  <Row keys={['Escape']} text={t('shortcuts.does.leave')} />
                  <Row keys={['Control Z', '⌘ Z']} text={t('shortcuts.does.undo')} />
                </>
              )}
            </dl>
          </section>
        ))}
      </div>
      <div className="flex justify-end">
        <Button onClick={onClose}>{t('shortcuts.close')}</Button>
      </div>
    </Modal>
  );
}

interface RowProps {
  /** Any of them; those of one that are pressed together stand apart by a space. */
  readonly keys: readonly string[];
  readonly text: string;
}

function Row({ keys, text }: RowProps) {
  const { t } = useTranslation();
  const name = (key: string) => {
    if (key === ' ') return t('shortcuts.keys.space');
    if (key === 'Escape') return t('shortcuts.keys.escape');
    return key.replace('Control', t('shortcuts.keys.control')).replace(/^[a-z]$/, (one) => one.toUpperCase());
  };
  return (
    <div className="flex items-baseline justify-between gap-3 border-b border-line py-1.5 last:border-0">
      <dt className="min-w-0 text-[0.8125rem] text-muted">{text}</dt>
      <dd className="flex shrink-0 items-center gap-1 text-xs text-muted">
        {keys.map((key, index) => (
          <Fragment key={key}>
            {index > 0 && t('shortcuts.or')}
            <kbd className="min-w-6 rounded-md bg-raised px-1.5 py-0.5 text-center font-mono text-xs text-ink ring-1 ring-line">
              {name(key)}
            </kbd>
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
