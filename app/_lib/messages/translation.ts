/**
 * The form of a place's words in another language than English: the same keys, any text. A key that is missing, or that
 * English does not have, fails the type check. English alone tells one from many (`_one`); a language that does so as well
 * would need a form of its own here.
 */
export type Translation<T> = {
  readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : Translation<T[K]>;
};
