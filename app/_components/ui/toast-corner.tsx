'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { takeToasts, toastQueue } from '../../_lib/toast-queue';
import { cx } from './cx';

const SHOWN_MS = 9_000;
const NOTICE_MS = 4_000;
const manager = Toast.createToastManager();

/** The corner in which toasts are shown. */
export function ToastCorner() {
  return (
    <Toast.Provider toastManager={manager}>
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
  useEffect(() => {
    const show = () => {
      for (const { kind, text } of takeToasts()) {
        const description = { id: text, description: text };
        if (kind === 'notice') manager.add({ ...description, timeout: NOTICE_MS, type: 'notice' });
        else manager.add({ ...description, timeout: SHOWN_MS, priority: 'high' });
      }
    };
    const stop = toastQueue.subscribe(show);
    show();
    return stop;
  }, []);
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
