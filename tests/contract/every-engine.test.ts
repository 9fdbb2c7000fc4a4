import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ENGINE_NAMES } from '../../server/engines/choice';

/*
 * A file each, so that they run side by side. TensorFlow.js on plain JavaScript has none: nobody can choose it, it takes
 * minutes for what the others do in seconds, and all but its kernels is what runs on WebAssembly.
 */
it.each(ENGINE_NAMES)(
  '%s, which can be chosen, is held to the contract by a test file of its own',
  (name) => {
    const file = readFileSync(join(import.meta.dirname, `${name}.test.ts`), 'utf8');
    expect(file).toMatch(new RegExp(`^(describeEngine|await describeWhereItLoads)\\('${name}'`, 'm'));
  },
);
