import { ownProblem } from './page-problem';
import { reportProblem } from './toast-queue';

const RETRY_MS = 2_000;
/** By then it is more than a hiccup of the network, of which the page tells anyway. */
const TRIES_UNTIL_TOLD = 5;

/**
 * Fetches a script of the page, and tries again until it has come: one that fails would take the whole page with it, also
 * where it is nothing but a tooltip.
 * @param load an `import()`
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await load();
    } catch (error) {
      console.warn('A part of the page could not be fetched.', error);
      if (tries === TRIES_UNTIL_TOLD) reportProblem(ownProblem('unavailable', { key: 'errors.part' }));
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
