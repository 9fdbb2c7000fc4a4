import type { Engine, Evaluation, TermName } from '../../server/style/engine';
import type { PlanarImage, Size } from '../../server/style/image';
import type { Network, Pooling, TapName } from '../../server/style/network';
import { blendGrams, objectiveWeights } from '../../server/style/objective';
import type { ObjectiveForm } from '../../server/style/objective-form';
import { StyleError } from '../../server/style/style-error';
import { activationSize, findTap } from '../../server/style/taps';

/** What the objective is made of. */
export interface Question {
  readonly contentLayers: readonly TapName[];
  readonly styleLayers: readonly TapName[];
  /** One weight a style picture, ≥ 0; they need not sum to 1. */
  readonly styleBlend: readonly number[];
  readonly pooling: Pooling;
  readonly form: ObjectiveForm;
  /** The one raw term that value and gradient are of; by default the total. */
  readonly only: TermName | undefined;
}

export interface Pictures {
  readonly content: PlanarImage;
  /** One or more, all of the size of `image`. */
  readonly styles: readonly PlanarImage[];
  /** Where the objective is evaluated. */
  readonly image: PlanarImage;
}

/**
 * The objective at one picture, with zero padding: the mean over its content layers, plus the mean over its style
 * layers, plus total variation.
 *
 * @throws StyleError where pictures and layers make no objective
 */
export async function evaluateOnce(
  engine: Engine,
  network: Network,
  { content, styles, image }: Pictures,
  { contentLayers, styleLayers, styleBlend, pooling, form, only }: Question,
): Promise<Evaluation> {
  for (const layer of [...contentLayers, ...styleLayers]) assertSeen(network, layer, image);
  const model = await engine.load(network, { pooling, padding: 'zero' });
  try {
    const { activations } = await model.targets(content, { content: contentLayers, style: [] });
    const grams = [];
    for (const style of styles) {
      grams.push((await model.targets(style, { content: [], style: styleLayers })).grams);
    }
    const even = (layers: readonly TapName[]) => Object.fromEntries(layers.map((layer) => [layer, 1]));
    const weights = objectiveWeights({
      contentWeight: 1,
      styleWeight: 1,
      tvWeight: 1,
      contentLayers: even(contentLayers),
      styleLayers: even(styleLayers),
    });
    const objective = await model.objective(
      { content: activations, style: blendGrams(grams, styleBlend), form, weights },
      image,
    );
    if (only !== undefined) objective.reweight({ [only]: 1 });
    return await objective.evaluate(image.data);
  } finally {
    await model.dispose();
  }
}

/** A layer of which nothing is left after the poolings has no mean. */
function assertSeen(network: Network, layer: TapName, { width, height }: Size): void {
  const seen = activationSize(findTap(network, layer), { width, height });
  if (seen.width > 0 && seen.height > 0) return;
  throw new StyleError(
    'bad-picture',
    `the pictures are ${width} × ${height} px, of which nothing is left at ${layer}: give larger ones or other layers`,
  );
}
