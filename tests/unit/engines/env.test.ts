import { describe, expect, it } from 'vitest';
import { ENGINE_CHOICES } from '../../../server/engines/choice';
import { readEnv } from '../../../server/env';

describe('ATELIER_ENGINE', () => {
  it.each([{}, { ATELIER_ENGINE: '' }])('is auto where it is not set (%j)', (source) => {
    expect(readEnv(source as NodeJS.ProcessEnv).engine).toBe('auto');
  });

  it.each(ENGINE_CHOICES)('can be %s', (choice) => {
    expect(readEnv({ ATELIER_ENGINE: choice } as unknown as NodeJS.ProcessEnv).engine).toBe(choice);
  });

  it('is refused where it names no engine, with those that there are', () => {
    expect(() => readEnv({ ATELIER_ENGINE: 'cuda' } as unknown as NodeJS.ProcessEnv)).toThrow(
      'ATELIER_ENGINE: must be one of auto, tfjs-gpu, onnx-cuda, onnx-webgpu, onnx, tfjs-wasm',
    );
  });
});
