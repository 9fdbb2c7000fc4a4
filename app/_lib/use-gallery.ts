'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { GalleryResult } from '../../server/protocol/gallery';
import { gallery, problemOf } from './api';
import type { PageProblem } from './page-problem';

export interface GalleryState {
  readonly results: readonly GalleryResult[];
  /** Where the next page begins; `null` where there is none, or none is known of yet. */
  readonly next: string | null;
  readonly loading: boolean;
  readonly problem: PageProblem | null;
}

export interface PagedGallery extends GalleryState {
  /** Asks for the next page; for the first one once more where that has not come. */
  readonly more: () => void;
}

const empty: GalleryState = { results: [], next: null, loading: true, problem: null };

/** What owners have published, page by page. */
export function useGallery(): PagedGallery {
  const [state, setState] = useState(empty);
  const gone = useRef(false);

  const ask = useCallback(async (before: string | undefined) => {
    // What went wrong stays until it is known whether it does again.
    setState((known) => ({ ...known, loading: true }));
    try {
      const { results, next } = await gallery(before);
      if (gone.current) return;
      setState((known) => ({
        results: before === undefined ? results : [...known.results, ...results],
        next,
        loading: false,
        problem: null,
      }));
    } catch (error) {
      if (!gone.current) setState((known) => ({ ...known, loading: false, problem: problemOf(error) }));
    }
  }, []);

  useEffect(() => {
    gone.current = false;
    void ask(undefined);
    return () => {
      gone.current = true;
    };
  }, [ask]);

  return { ...state, more: () => void ask(state.next ?? undefined) };
}
