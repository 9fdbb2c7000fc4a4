import type { PageProblem } from './page-problem';
import { createWaitingList } from './waiting-list';

/** Something to be said in the corner. */
export type ToastRequest =
  | { readonly kind: 'problem'; readonly problem: PageProblem }
  | { readonly kind: 'notice'; readonly text: string };

/** What is to be said and has not been yet; what shows it is fetched when there is something for the first time. */
export const toastQueue = createWaitingList<ToastRequest>();

/** Shows a problem in the corner, from anywhere in the page; the same one is not shown twice at a time. */
export function reportProblem(problem: PageProblem): void {
  toastQueue.add([{ kind: 'problem', problem }]);
}

/** Says in the corner that something was done. */
export function notify(text: string): void {
  toastQueue.add([{ kind: 'notice', text }]);
}
