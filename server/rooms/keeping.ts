import type { Problem } from '../protocol/errors';

/** What is written of a room while a run goes on: its state, the curve, and the moments on the way. */
export type KeptPart = 'state' | 'curve' | 'moments';

/** What of a room could not be written when it was last tried. What members ask for is refused instead. */
export class Keeping {
  readonly #problems = new Map<KeptPart, Problem>();

  /**
   * Notes how writing a part went.
   * @param problem `null` where it went well
   * @returns whether that is news to the members
   */
  note(part: KeptPart, problem: Problem | null): boolean {
    const before = this.problem?.message;
    if (problem) this.#problems.set(part, problem);
    else this.#problems.delete(part);
    return this.problem?.message !== before;
  }

  /** Why not everything is being kept; `null` where it is. */
  get problem(): Problem | null {
    const [first] = this.#problems.values();
    return first ?? null;
  }
}
