import { describe, expect, it } from 'vitest';
import type { EngineName } from '../../../server/engines/choice';
import { ENGINE_NAMES } from '../../../server/engines/choice';
import { EngineUnavailableError, openEngine } from '../../../server/engines/open';
import type { EngineOpener, EngineOptions } from '../../../server/engines/openers';
import { unavailableEngine } from '../../../server/engines/unavailable-engine';
import { randomNetwork } from '../../support/random-network';

const options: EngineOptions = { threads: 3 };

/** Openers of which only those named open; each of the others says why not. */
function machineWith(...available: EngineName[]) {
  const asked: { name: EngineName; options: EngineOptions }[] = [];
  const opener =
    (name: EngineName): EngineOpener =>
    async (given) => {
      asked.push({ name, options: given });
      if (!available.includes(name)) throw new Error(`no ${name} here\nsource.cc:1`);
      return { name, device: 'stand-in', load: () => Promise.reject(), dispose: async () => undefined };
    };
  const openers = Object.fromEntries(ENGINE_NAMES.map((name) => [name, opener(name)])) as Record<
    EngineName,
    EngineOpener
  >;
  return { asked, openers };
}

describe('the choice of an engine', () => {
  it.each<[EngineName, EngineName[]]>([
    ['tfjs-gpu', [...ENGINE_NAMES]],
    ['onnx-cuda', ['onnx-cuda', 'onnx-webgpu', 'onnx', 'tfjs-wasm']],
    ['onnx', ['onnx-webgpu', 'onnx', 'tfjs-wasm']],
    ['tfjs-wasm', ['onnx-webgpu', 'tfjs-wasm']],
  ])('takes %s by itself where there are %j', async (expected, available) => {
    const { openers } = machineWith(...available);
    const { engine, attempts } = await openEngine('auto', options, openers);
    expect(engine.name).toBe(expected);
    expect(attempts.at(-1)).toEqual({ engine: expected, refusal: null });
  });

  it('keeps why each faster engine was refused, in one line, and tries none after the one that opens', async () => {
    const { openers, asked } = machineWith('onnx', 'tfjs-wasm');
    const { attempts } = await openEngine('auto', options, openers);
    expect(attempts).toEqual([
      { engine: 'tfjs-gpu', refusal: 'no tfjs-gpu here' },
      { engine: 'onnx-cuda', refusal: 'no onnx-cuda here' },
      { engine: 'onnx', refusal: null },
    ]);
    expect(asked.at(-1)).toEqual({ name: 'onnx', options });
  });

  it.each(ENGINE_NAMES)('opens %s and no other where that is named', async (name) => {
    const { openers, asked } = machineWith(...ENGINE_NAMES);
    expect((await openEngine(name, options, openers)).engine.name).toBe(name);
    expect(asked.map((one) => one.name)).toEqual([name]);
  });

  it.each(ENGINE_NAMES)('takes nothing else in place of %s: it says why, and what to do', async (name) => {
    const { openers, asked } = machineWith(...ENGINE_NAMES.filter((other) => other !== name));
    const error = await openEngine(name, options, openers).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EngineUnavailableError);
    expect(error).toMatchObject({
      code: 'unavailable',
      attempts: [{ engine: name, refusal: `no ${name} here` }],
      userMessage: expect.stringMatching(
        new RegExp(
          `${name}: no ${name} here\\)\\. Install .*choose auto \\(in ATELIER_ENGINE\\).*npm run doctor`,
        ),
      ) as string,
    });
    expect(asked.map((one) => one.name)).toEqual([name]);
  });

  it('says of every engine why it is refused where there is none at all', async () => {
    const error = await openEngine('auto', options, machineWith().openers).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'unavailable',
      attempts: ['tfjs-gpu', 'onnx-cuda', 'onnx', 'tfjs-wasm'].map((engine) => ({
        engine,
        refusal: `no ${engine} here`,
      })),
    });
  });

  it('tells every run that asks for a network why there is no engine', async () => {
    const error = (await openEngine('auto', options, machineWith().openers).catch(
      (thrown: unknown) => thrown,
    )) as EngineUnavailableError;
    const engine = unavailableEngine(error);
    await expect(engine.load(randomNetwork(), { pooling: 'average', padding: 'zero' })).rejects.toBe(error);
  });
});

describe('the engines of this machine', () => {
  it('opens ONNX Runtime on the processor after a trial on it', async () => {
    const { engine, attempts } = await openEngine('onnx', { threads: 1 });
    expect(attempts).toEqual([{ engine: 'onnx', refusal: null }]);
    expect(`${engine.name} (${engine.device})`).toBe('onnx (cpu)');
    await engine.dispose();
  });

  it('opens TensorFlow.js on WebAssembly where that is named', async () => {
    const { engine } = await openEngine('tfjs-wasm', { threads: 1 });
    expect(`${engine.name} (${engine.device})`).toBe('tfjs (wasm)');
    await engine.dispose();
  });
});
