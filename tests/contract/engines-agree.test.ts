import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openOnnxEngine } from '../../server/engines/onnx/engine';
import { openTfjsEngine } from '../../server/engines/tfjs/engine';
import { FileModelLibrary } from '../../server/models/file-library';
import type { Engine, Evaluation, LoadOptions, ObjectiveSpec, TermName } from '../../server/style/engine';
import type { PlanarImage } from '../../server/style/image';
import type { Network } from '../../server/style/network';
import type { ObjectiveForm } from '../../server/style/objective-form';
import { compareVectors } from '../support/close';
import { sharedPath, skipReason } from '../support/shared';

const root = join(import.meta.dirname, '../..');
const SIDE_PX = 192;
const TOLERANCE = 1e-4;
const contentTap = 'block4_conv2';
const styleTaps = ['block1_conv1', 'block2_conv1', 'block3_conv1', 'block4_conv1', 'block5_conv1'];

async function readSample(name: string): Promise<PlanarImage> {
  const { data, info } = await sharp(await readFile(join(root, 'public/samples', name)))
    .resize(SIDE_PX, SIDE_PX, { fit: 'inside' })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const planar = new Float32Array(3 * width * height);
  for (let i = 0; i < width * height; i += 1) {
    for (let c = 0; c < 3; c += 1) planar[c * width * height + i] = data[3 * i + c] / 255;
  }
  return { width, height, data: planar };
}

async function evaluate(
  engine: Engine,
  network: Network,
  options: LoadOptions,
  form: ObjectiveForm,
): Promise<Evaluation> {
  const content = await readSample('house-cat.jpg');
  const style = await readSample('batik.jpg');
  const model = await engine.load(network, options);
  const spec: ObjectiveSpec = {
    content: (await model.targets(content, { content: [contentTap], style: [] })).activations,
    style: (await model.targets(style, { content: [], style: styleTaps })).grams,
    form,
    weights: {
      [`content:${contentTap}`]: 1,
      ...Object.fromEntries(styleTaps.map((tap) => [`style:${tap}`, 0.2])),
      tv: 1,
    },
  };
  // Halfway between the two, so that no term is 0.
  const image = content.data.map((value, i) => 0.5 * value + 0.5 * style.data[i % style.data.length]);
  const objective = await model.objective(spec, content);
  const evaluation = await objective.evaluate(image);
  await model.dispose();
  return evaluation;
}

/** Holds ONNX Runtime and TensorFlow.js on WebAssembly, which share no code but the contract, against each other. */
async function expectAgreement(network: Network, options: LoadOptions, form: ObjectiveForm): Promise<void> {
  const onnx = openOnnxEngine({ threads: availableParallelism() });
  const tfjs = await openTfjsEngine({ backend: 'wasm' });
  const expected = await evaluate(onnx, network, options, form);
  const actual = await evaluate(tfjs, network, options, form);
  expect(Object.keys(actual.terms).sort()).toEqual(Object.keys(expected.terms).sort());
  for (const [term, value] of Object.entries(expected.terms)) {
    const relative = Math.abs(actual.terms[term as TermName] - value) / value;
    expect(relative, term).toBeLessThan(TOLERANCE);
  }
  expect(Math.abs(actual.loss - expected.loss) / expected.loss).toBeLessThan(TOLERANCE);
  expect(compareVectors(actual.gradient, expected.gradient).relativeL2).toBeLessThan(TOLERANCE);
  await onnx.dispose();
  await tfjs.dispose();
}

describe('two engines on a real pair of pictures', () => {
  const models = sharedPath('models');
  const library = new FileModelLibrary({
    packageDir: root,
    modelsDirs: models === undefined ? [] : [models],
  });

  it.each<[ObjectiveForm, LoadOptions]>([
    ['relative', { pooling: 'average', padding: 'zero' }],
    ['relative', { pooling: 'scaled-average', padding: 'replicate' }],
    ['classic', { pooling: 'max', padding: 'zero' }],
  ])('agree to 1e-4 on every term and on the gradient: %s, %j', async (form, options) => {
    await expectAgreement((await library.open('compact')).network, options, form);
  });

  it.skipIf(models === undefined)(
    `agree likewise with VGG-19${models === undefined ? ` (${skipReason})` : ''}`,
    async () => {
      const { network } = await library.open('vgg19');
      await expectAgreement(network, { pooling: 'average', padding: 'zero' }, 'relative');
    },
  );
});
