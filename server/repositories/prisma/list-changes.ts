/** What a list that is kept row by row has to write: values are immutable, so the same object needs no writing. */
export interface ListChanges<T> {
  /** Items that are new, other or elsewhere in the list. */
  readonly changed: readonly { readonly item: T; readonly position: number }[];
  /** Ids of those that are no longer in it. */
  readonly gone: readonly string[];
}

/**
 * Compares two states of a list, by identity and place.
 * @returns what to write (items at a place where another object was) and what to delete
 */
export function listChanges<T extends { readonly id: string }>(
  next: readonly T[],
  previous: readonly T[],
): ListChanges<T> {
  const kept = new Set(next.map((item) => item.id));
  return {
    changed: next
      .map((item, position) => ({ item, position }))
      .filter(({ item, position }) => previous[position] !== item),
    gone: previous.map((item) => item.id).filter((id) => !kept.has(id)),
  };
}

/** As {@link listChanges}, for a list in the order of numbers that stay with their items: where one is dropped, the others stay. */
export function numberedChanges<T extends { readonly number: number }>(
  next: readonly T[],
  previous: readonly T[],
): { readonly changed: readonly T[]; readonly gone: readonly number[] } {
  const before = new Set(previous);
  const kept = new Set(next.map((item) => item.number));
  return {
    changed: next.filter((item) => !before.has(item)),
    gone: previous.map((item) => item.number).filter((number) => !kept.has(number)),
  };
}
