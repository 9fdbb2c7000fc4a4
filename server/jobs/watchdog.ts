import type { RunReport } from './messages';

/** How long what computes a run may say nothing. All in milliseconds. */
export interface WatchdogLimits {
  /** From the hand-over to the beginning: the network is loaded meanwhile, and the machine perhaps measured before. */
  readonly loadingMs: number;
  /** From the beginning to the first iterate: the pictures are read and the graph is compiled meanwhile. */
  readonly firstIterateMs: number;
  /** From then on: so long, and {@link factor} times the longest pause between two iterates so far. */
  readonly floorMs: number;
  readonly factor: number;
}

/**
 * At the largest size on a slow machine an evaluation takes most of a minute, a finer scale at most four times as long as
 * the one before it, and each scale has its graph compiled anew. A false alarm costs what came after the last checkpoint,
 * a late one the patience of all who wait.
 */
export const WATCHDOG_LIMITS: WatchdogLimits = {
  loadingMs: 600_000,
  firstIterateMs: 300_000,
  floorMs: 60_000,
  factor: 10,
};

/** What is waited for: the beginning, the first iterate, the next one, or nothing, while the run is paused. */
type Phase = 'loading' | 'first' | 'going' | 'paused';

/** What is waited for after a report; after any other, the same as before. */
const PHASES: Readonly<Partial<Record<RunReport['type'], Phase>>> = {
  started: 'first',
  iterates: 'going',
  paused: 'paused',
  resumed: 'going',
};

/**
 * Watches one run and says when nothing is to be expected any more of what computes it. What it hears are the reports of
 * the loop that evaluates, so that a process whose other threads still answer is no excuse.
 */
export class Watchdog {
  readonly #limits: WatchdogLimits;
  readonly #onSilence: (silentMs: number) => void;
  readonly #now: () => number;
  #phase: Phase = 'loading';
  #timer: NodeJS.Timeout | undefined;
  /** When the latest iterate came. */
  #lastIterate: number | undefined;
  #longestMs = 0;

  /**
   * @param onSilence called at most once, with how long nothing was heard
   * @param now a monotonic clock, in milliseconds
   */
  constructor(
    limits: WatchdogLimits,
    onSilence: (silentMs: number) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#limits = limits;
    this.#onSilence = onSilence;
    this.#now = now;
    this.#arm();
  }

  /** Any report of the run. */
  heard({ type }: RunReport): void {
    if (type === 'iterates') this.#measure();
    if (type === 'resumed') this.#lastIterate = undefined; // the pause says nothing about evaluations
    this.#phase = PHASES[type] ?? this.#phase;
    this.#arm();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** How long it is waited from here; `null`: for ever. Milliseconds. */
  get limitMs(): number | null {
    const { loadingMs, firstIterateMs, floorMs, factor } = this.#limits;
    switch (this.#phase) {
      case 'loading':
        return loadingMs;
      case 'first':
        return firstIterateMs;
      case 'going':
        return floorMs + factor * this.#longestMs;
      case 'paused':
        return null;
    }
  }

  #measure(): void {
    const now = this.#now();
    if (this.#lastIterate !== undefined) this.#longestMs = Math.max(this.#longestMs, now - this.#lastIterate);
    this.#lastIterate = now;
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const limit = this.limitMs;
    if (limit !== null) this.#timer = setTimeout(() => this.#onSilence(limit), limit);
  }
}
