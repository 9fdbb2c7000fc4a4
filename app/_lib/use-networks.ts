'use client';

import { useEffect, useState } from 'react';
import type { Networks } from '../../server/protocol/http';
import { networks, problemOf } from './api';

const ASK_AGAIN_MS = 1000;

/**
 * The networks of the server; `null` until it has said. While one is being downloaded the server is asked time and again. What
 * cannot be asked stays unknown: it keeps nobody from anything.
 */
export function useNetworks(): Networks | null {
  const [known, setKnown] = useState<Networks | null>(null);
  useEffect(() => {
    let gone = false;
    let busy = false;
    let timer: ReturnType<typeof setTimeout>;
    async function ask(): Promise<void> {
      try {
        const answer = await networks();
        if (gone) return;
        setKnown(answer);
        busy = answer.networks.some(({ state }) => state.kind === 'downloading');
      } catch (error) {
        console.warn(problemOf(error).message);
      }
      if (busy && !gone) timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
    }
    void ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  return known;
}
