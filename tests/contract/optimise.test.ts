import { availableParallelism } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOnnxEngine } from '../../server/engines/onnx/engine';
import { Adam } from '../../server/style/adam';
import type { Objective } from '../../server/style/engine';
import type { PlanarImage } from '../../server/style/image';
import { Lbfgs } from '../../server/style/lbfgs';
import { objectiveWeights } from '../../server/style/objective';
import type { Sample } from '../../server/style/optimiser';
import { readGoldenNetwork, readPlanar } from '../support/golden';
import { sharedPath, skipReason } from '../support/shared';

const golden = sharedPath('golden');
const isPresent = golden !== undefined && sharedPath('models', 'vgg19') !== undefined;

const taps = {
  content: ['block4_conv2'],
  style: ['block1_conv1', 'block2_conv1', 'block3_conv1', 'block4_conv1', 'block5_conv1'],
};

interface Reached {
  readonly lbfgs_plain: { readonly objective: number };
}

describe.skipIf(!isPresent)(`quality per evaluation${isPresent ? '' : ` (${skipReason})`}`, () => {
  const engine = openOnnxEngine({ threads: availableParallelism() });
  let reached: number;
  let content: PlanarImage;
  let objective: Objective;

  beforeAll(async () => {
    const json = JSON.parse(readFileSync(join(golden!, 'optimise.json'), 'utf8')) as Reached;
    reached = json.lbfgs_plain.objective;
    content = await readPlanar(join(golden!, 'optimise-content.png'));
    const style = await readPlanar(join(golden!, 'optimise-style.png'));
    const model = await engine.load((await readGoldenNetwork())!, { pooling: 'average', padding: 'zero' });
    const equally = (names: readonly string[]): Record<string, number> =>
      Object.fromEntries(names.map((name) => [name, 1]));
    objective = await model.objective(
      {
        form: 'relative',
        content: (await model.targets(content, { content: taps.content, style: [] })).activations,
        style: (await model.targets(style, { content: [], style: taps.style })).grams,
        weights: objectiveWeights({
          contentWeight: 1,
          styleWeight: 1,
          tvWeight: 0,
          contentLayers: equally(taps.content),
          styleLayers: equally(taps.style),
        }),
      },
      content,
    );
  }, 60_000);
  afterAll(() => engine.dispose());

  async function evaluate(x: Float32Array): Promise<Sample> {
    const { loss, gradient } = await objective.evaluate(x);
    return { value: loss, gradient };
  }

  it('is no worse than that of PyTorch’s L-BFGS after 100 evaluations', { timeout: 180_000 }, async () => {
    const optimiser = await Lbfgs.start(evaluate, content.data);
    while (optimiser.evaluations < 100) await optimiser.step();
    expect(optimiser.evaluations).toBe(100);
    // Float32 sums differ a little from machine to machine, and L-BFGS magnifies that: 1 % of room.
    expect(optimiser.point.sample.value).toBeLessThan(1.01 * reached);
  });

  it('comes within 6 % of it with 100 evaluations of Adam', { timeout: 180_000 }, async () => {
    const optimiser = await Adam.start(evaluate, content.data, { learningRate: 0.02, averaging: false });
    while (optimiser.evaluations < 100) await optimiser.step();
    expect(optimiser.evaluations).toBe(100);
    expect(optimiser.point.sample.value).toBeLessThan(1.06 * reached);
  });
});
