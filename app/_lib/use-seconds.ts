'use client';

import { useEffect, useState } from 'react';

/** Whole seconds since `counting` became true; 0 while it is not. */
export function useSeconds(counting: boolean): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (!counting) return;
    const start = Date.now();
    const timer = setInterval(() => setSeconds(Math.floor((Date.now() - start) / 1000)), 1000);
    return () => {
      clearInterval(timer);
      setSeconds(0);
    };
  }, [counting]);
  return seconds;
}
