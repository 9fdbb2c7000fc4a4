import type { Vector, VectorMemory } from './vector-memory';

/** A point of the history with its gradient, and the products of that gradient with all that was there before. */
export interface Entry {
  readonly x: Vector;
  readonly gradient: Vector;
  /** `gradient · x` and `gradient · gradient` of an entry that is no newer. */
  readonly withX: ReadonlyMap<Entry, number>;
  readonly withGradient: ReadonlyMap<Entry, number>;
}

/** Two points and the curvature between them: `s = to.x − from.x`, `y = to.gradient − from.gradient`. */
export interface Pair {
  readonly from: Entry;
  readonly to: Entry;
  /** `y · s`. */
  readonly ys: number;
}

/** A sum of vectors. */
export interface Combination {
  readonly coefficients: readonly number[];
  readonly vectors: readonly Vector[];
}

/** Takes a point up: one pass over its gradient, for its products with all of `known` and with its own point. */
export function entryOf(memory: VectorMemory, x: Vector, gradient: Vector, known: readonly Entry[]): Entry {
  const products = memory.dots(gradient, [
    x,
    gradient,
    ...known.map((entry) => entry.x),
    ...known.map((entry) => entry.gradient),
  ]);
  const withX = new Map<Entry, number>();
  const withGradient = new Map<Entry, number>();
  const entry: Entry = { x, gradient, withX, withGradient };
  withX.set(entry, products[0]);
  withGradient.set(entry, products[1]);
  known.forEach((other, index) => {
    withX.set(other, products[2 + index]);
    withGradient.set(other, products[2 + known.length + index]);
  });
  return entry;
}

/** The points that the pairs lie between, from old to new. */
export function entriesOf(pairs: readonly Pair[]): Entry[] {
  return [...new Set(pairs.flatMap(({ from, to }) => [from, to]))];
}

/** `‖y‖²`. */
export function squaredY({ from, to }: Pick<Pair, 'from' | 'to'>): number {
  return Math.max(0, gg(to, to) - 2 * gg(to, from) + gg(from, from));
}

/**
 * `−H·g` at the newest point, by the two-loop recursion (Nocedal 1980) carried out on products only, as in vector-free
 * L-BFGS (Chen, Wang & Zhou 2014), with `H₀ = yᵀs / yᵀy` of the newest pair. Where theirs keeps steps and differences of
 * gradients, the points and gradients themselves serve here: they need not be computed, nor stored a second time, and
 * float64 has the digits for their differences.
 *
 * @param pairs from old to new, at least one, none of them newer than `present`
 * @returns the direction, and its slope `direction · g`
 */
export function quasiNewton(
  pairs: readonly Pair[],
  present: Entry,
): { readonly direction: Combination; readonly slope: number } {
  const alphas = pairs.map(() => 0);
  for (let i = pairs.length - 1; i >= 0; i -= 1) {
    let sq = sg(pairs[i], present);
    for (let j = i + 1; j < pairs.length; j += 1) sq -= alphas[j] * sy(pairs[i], pairs[j]);
    alphas[i] = sq / pairs[i].ys;
  }
  const newest = pairs[pairs.length - 1];
  const scale = newest.ys / squaredY(newest);
  // r = scale · (g − Σ α y) + Σ σ s
  const sigmas: number[] = [];
  pairs.forEach((pair, i) => {
    let yr = yg(pair, present);
    pairs.forEach((other, j) => (yr -= alphas[j] * yy(pair, other)));
    yr *= scale;
    sigmas.forEach((sigma, j) => (yr += sigma * sy(pairs[j], pair)));
    sigmas.push(alphas[i] - yr / pair.ys);
  });

  const ofX = new Map<Entry, number>();
  const ofGradient = new Map<Entry, number>([[present, -scale]]);
  const add = (to: Map<Entry, number>, entry: Entry, value: number): void => {
    to.set(entry, (to.get(entry) ?? 0) + value);
  };
  let slope = -scale * gg(present, present);
  pairs.forEach((pair, i) => {
    add(ofX, pair.to, -sigmas[i]);
    add(ofX, pair.from, sigmas[i]);
    add(ofGradient, pair.to, scale * alphas[i]);
    add(ofGradient, pair.from, -scale * alphas[i]);
    slope += scale * alphas[i] * yg(pair, present) - sigmas[i] * sg(pair, present);
  });
  return {
    slope,
    direction: {
      coefficients: [...ofX.values(), ...ofGradient.values()],
      vectors: [...[...ofX.keys()].map(({ x }) => x), ...[...ofGradient.keys()].map((e) => e.gradient)],
    },
  };
}

/** The product of two gradients, whichever is newer. */
function gg(a: Entry, b: Entry): number {
  return (a.withGradient.get(b) ?? b.withGradient.get(a))!;
}

/** `s · g` for a gradient that is no older than the pair. */
function sg({ from, to }: Pair, { withX }: Entry): number {
  return withX.get(to)! - withX.get(from)!;
}

/** `s · y` of a pair and one that is no older. */
function sy(pair: Pair, newer: Pair): number {
  return pair === newer ? pair.ys : sg(pair, newer.to) - sg(pair, newer.from);
}

function yg({ from, to }: Pair, entry: Entry): number {
  return gg(to, entry) - gg(from, entry);
}

function yy(a: Pair, b: Pair): number {
  return yg(a, b.to) - yg(a, b.from);
}
