import type { Model, TermName } from '../style/engine';
import type { PlanarImage } from '../style/image';

/** An evaluation and what it took. */
export interface TrialEvaluation {
  readonly pixels: number;
  readonly seconds: number;
}

/** Timed evaluations of one size, of which the quickest counts: a disturbance only makes them slower. */
const REPETITIONS = 3;
/** A slow machine is not measured for longer than this at one size. */
const PATIENCE_MS = 250;

/**
 * Evaluates an objective with these taps at square grey pictures.
 *
 * @param sides in pixels
 */
export async function trialEvaluations(
  model: Model,
  taps: { readonly content: string; readonly style: readonly string[] },
  sides: readonly number[],
): Promise<TrialEvaluation[]> {
  const terms = [`content:${taps.content}`, ...taps.style.map((tap) => `style:${tap}`)] as TermName[];
  const weights = Object.fromEntries(terms.map((term) => [term, 1]));
  const trials: TrialEvaluation[] = [];
  for (const side of sides) {
    const picture = grey(side);
    // One session serves both, so that the objective's is the only other one.
    const { activations: content, grams: style } = await model.targets(picture, {
      content: [taps.content],
      style: taps.style,
    });
    const objective = await model.objective({ content, style, form: 'relative', weights }, picture);
    try {
      trials.push({ pixels: side * side, seconds: await quickest(() => objective.evaluate(picture.data)) });
    } finally {
      await objective.dispose();
    }
  }
  return trials;
}

async function quickest(evaluate: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  // The first one takes the memory that the others find there.
  await evaluate();
  let best = Infinity;
  for (let i = 0; i < REPETITIONS && (i === 0 || performance.now() - began < PATIENCE_MS); i += 1) {
    const before = performance.now();
    await evaluate();
    best = Math.min(best, performance.now() - before);
  }
  return best / 1000;
}

function grey(side: number): PlanarImage {
  return { width: side, height: side, data: new Float32Array(3 * side * side).fill(0.5) };
}
