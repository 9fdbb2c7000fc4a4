import type { TFunction } from 'i18next';
import type { ErrorCode, Problem } from '../../server/protocol/errors';
import type { FileObstacle } from './file-check';
import { fromServer } from './from-server';
import { i18n } from './i18n';
import type { Field } from './room-reducer';

/** Words of the page's own, by their key. */
type Words =
  | {
      readonly key:
        | 'connection.unexpected'
        | 'errors.part'
        | 'errors.unexpected'
        | 'errors.unreachable'
        | 'language.failed'
        | `images.${FileObstacle}`;
    }
  | { readonly key: 'errors.status'; readonly values: { readonly status: number } };

/**
 * A problem as the page keeps it while it is shown, so that it can be told in another language at any time: in the server's
 * own English, or in words of the page.
 */
export interface PageProblem extends Problem {
  /** What is to be shown instead of `message`. */
  readonly words?: Words;
  /** The setting that it is about, where the message does not name it. */
  readonly about?: Field;
}

/** A problem that the page has found by itself. */
export function ownProblem(code: ErrorCode, words: Words): PageProblem {
  return { code, message: wordsText(words, i18n.t), words };
}

/** What to show of a problem, in the language that the page has now: ask again whenever `t` is another one. */
export function problemText({ message, words, about }: PageProblem, t: TFunction): string {
  const text = words ? wordsText(words, t) : fromServer(message);
  return about ? `${t(`settings.fields.${about}`)}: ${text}` : text;
}

function wordsText(words: Words, t: TFunction): string {
  return words.key === 'errors.status' ? t(words.key, words.values) : t(words.key);
}
