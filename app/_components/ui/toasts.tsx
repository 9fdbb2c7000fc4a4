'use client';

import { useEffect, useState } from 'react';
import { toastQueue } from '../../_lib/toast-queue';
import { onDemand } from './on-demand';

const ToastCorner = onDemand(() => import('./toast-corner').then((module) => module.ToastCorner));

/** Fetches the corner for toasts when there is one to be shown; from then on it stays. */
export function Toasts() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const look = () => {
      if (toastQueue.getState().length > 0) setWanted(true);
    };
    const stop = toastQueue.subscribe(look);
    look();
    return stop;
  }, []);
  return wanted && <ToastCorner />;
}
