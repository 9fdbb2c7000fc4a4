import { createStore } from 'zustand/vanilla';
import type { PageProblem } from './page-problem';

/** Something to be said in the corner. */
export type ToastRequest =
  | { readonly kind: 'problem'; readonly problem: PageProblem }
  | { readonly kind: 'notice'; readonly text: string };

/** What is to be said and has not been yet; what shows it is fetched when there is something for the first time. */
export const toastQueue = createStore<readonly ToastRequest[]>(() => []);

const say = (request: ToastRequest) => toastQueue.setState((queue) => [...queue, request], true);

/** Shows a problem in the corner, from anywhere in the page; the same one is not shown twice at a time. */
export function reportProblem(problem: PageProblem): void {
  say({ kind: 'problem', problem });
}

/** Says in the corner that something was done. */
export function notify(text: string): void {
  say({ kind: 'notice', text });
}

/** @returns what there was to say, which is no longer in the queue */
export function takeToasts(): readonly ToastRequest[] {
  const queue = toastQueue.getState();
  if (queue.length > 0) toastQueue.setState([], true);
  return queue;
}
