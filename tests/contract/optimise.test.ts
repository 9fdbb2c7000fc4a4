import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOnnxEngine } from '../../server/engines/onnx/engine';
import { Lbfgs } from '../../server/style/lbfgs';
import { objectiveWeights } from '../../server/style/objective';
import { readGoldenNetwork, readPlanar } from '../support/golden';
import { sharedPath, skipReason } from '../support/shared';

const golden = sharedPath('golden');
const isPresent = golden !== undefined && sharedPath('models', 'vgg19') !== undefined;

const taps = {
  content: ['block4_conv2'],
  style: ['block1_conv1', 'block2_conv1', 'block3_conv1', 'block4_conv1', 'block5_conv1'],
};

describe.skipIf(!isPresent)(`quality per evaluation${isPresent ? '' : ` (${skipReason})`}`, () => {
  it('is no worse than that of PyTorch’s L-BFGS after 100 evaluations', { timeout: 180_000 }, async () => {
    const reached = JSON.parse(readFileSync(join(golden!, 'optimise.json'), 'utf8')) as {
      lbfgs_plain: { objective: number };
    };
    const content = await readPlanar(join(golden!, 'optimise-content.png'));
    const style = await readPlanar(join(golden!, 'optimise-style.png'));
    const engine = openOnnxEngine({ threads: availableParallelism() });
    const model = await engine.load((await readGoldenNetwork())!, { pooling: 'average', padding: 'zero' });
    const equally = (names: readonly string[]): Record<string, number> =>
      Object.fromEntries(names.map((name) => [name, 1]));
    const weights = objectiveWeights({
      contentWeight: 1,
      styleWeight: 1,
      tvWeight: 0,
      contentLayers: equally(taps.content),
      styleLayers: equally(taps.style),
    });
    const objective = await model.objective(
      {
        content: (await model.targets(content, { content: taps.content, style: [] })).activations,
        style: (await model.targets(style, { content: [], style: taps.style })).grams,
        weights,
      },
      content,
    );
    const optimiser = await Lbfgs.start(async (x) => {
      const { loss, gradient } = await objective.evaluate(x);
      return { value: loss, gradient };
    }, content.data);
    while (optimiser.evaluations < 100) await optimiser.step();
    await engine.dispose();
    expect(optimiser.evaluations).toBe(100);
    // Float32 sums differ a little from machine to machine, and L-BFGS magnifies that: 1 % of room.
    expect(optimiser.point.sample.value).toBeLessThan(1.01 * reached.lbfgs_plain.objective);
  });
});
