'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../server/protocol/errors';
import { fromServer } from '../../_lib/from-server';
import { cx } from './cx';

const SHOWN_MS = 9_000;
const NOTICE_MS = 4_000;
const manager = Toast.createToastManager();

/** Shows a problem in the corner, from anywhere in the page; the same one is not shown twice at a time. */
export function reportProblem(problem: Problem): void {
  const description = fromServer(problem.message);
  manager.add({ id: description, description, timeout: SHOWN_MS, priority: 'high' });
}

/** Says in the corner that something was done. */
export function notify(text: string): void {
  manager.add({ id: text, description: text, timeout: NOTICE_MS, type: 'notice' });
}

export function Toasts({ children }: { readonly children: React.ReactNode }) {
  return (
    <Toast.Provider toastManager={manager}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 left-4 z-50 flex flex-col gap-2 sm:left-auto sm:w-96">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  const { t } = useTranslation();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      aria-label={t(toast.type === 'notice' ? 'people.toasts.notice' : 'people.toasts.problem')}
      className="rounded-xl bg-raised shadow-2xl ring-1 ring-line transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex items-start gap-3 p-3.5">
        <span
          aria-hidden
          className={cx(
            'mt-1.5 size-2 shrink-0 rounded-full',
            toast.type === 'notice' ? 'bg-good' : 'bg-danger',
          )}
        />
        <Toast.Description className="min-w-0 grow wrap-anywhere" />
        <Toast.Close aria-label={t('errors.dismiss')} className="rounded-md p-0.5 text-muted hover:text-ink">
          <X className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
