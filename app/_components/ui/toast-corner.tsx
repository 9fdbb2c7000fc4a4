'use client';

import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../_lib/page-problem';
import { toastQueue, type ToastRequest } from '../../_lib/toast-queue';
import { cx } from './cx';

const SHOWN_MS = 9_000;
const NOTICE_MS = 4_000;
const manager = Toast.createToastManager<ToastRequest>();

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
  const { toasts } = Toast.useToastManager<ToastRequest>();
  const { t, i18n } = useTranslation();
  useEffect(
    () =>
      toastQueue.listen((data) => {
        if (data.kind === 'notice') {
          manager.add({ id: data.text, description: data.text, timeout: NOTICE_MS, type: 'notice', data });
          return;
        }
        const { message: id } = data.problem;
        // The description is what is announced; what is seen follows the language of the page.
        manager.add({
          id,
          description: problemText(data.problem, i18n.t),
          timeout: SHOWN_MS,
          priority: 'high',
          data,
        });
      }),
    [i18n],
  );
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
        <Toast.Description className="min-w-0 grow wrap-anywhere">
          {toast.data?.kind === 'problem' ? problemText(toast.data.problem, t) : toast.description}
        </Toast.Description>
        <Toast.Close aria-label={t('errors.dismiss')} className="rounded-md p-0.5 text-muted hover:text-ink">
          <X className="size-4" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
