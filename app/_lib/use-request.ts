'use client';

import { useEffect, useState } from 'react';
import { problemOf } from './api';
import type { PageProblem } from './page-problem';

export type Requested<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly problem: PageProblem };

/** Asks once when the component appears. @param ask a function that stays the same between renders */
export function useRequest<T>(ask: () => Promise<T>): Requested<T> {
  const [state, setState] = useState<Requested<T>>({ kind: 'loading' });
  useEffect(() => {
    let gone = false;
    ask().then(
      (value) => gone || setState({ kind: 'ready', value }),
      (error: unknown) => gone || setState({ kind: 'failed', problem: problemOf(error) }),
    );
    return () => {
      gone = true;
    };
  }, [ask]);
  return state;
}
