import { afterEach, expect, it, vi } from 'vitest';
import { openEngine } from '../../../server/engines/open';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('refuses TensorFlow.js where there is no WebAssembly, in place of computing many times slower', async () => {
  vi.stubGlobal('WebAssembly', undefined);
  const itsOwnWords = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  await expect(openEngine('tfjs-wasm', { threads: 1 })).rejects.toMatchObject({
    code: 'unavailable',
    attempts: [{ engine: 'tfjs-wasm', refusal: 'TensorFlow.js could not initialise its backend "wasm"' }],
    userMessage: expect.stringContaining('Install Atelier again with "npm ci"') as string,
  });
  expect(itsOwnWords).toHaveBeenCalledWith('Aborted(no native wasm support detected)');
});
