import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,contract,integration,fuzz}/**/*.test.ts'],
    // What a browser's page does before anything is shown in it.
    setupFiles: ['tests/support/english-page.ts'],
    // ONNX Runtime has crashed in worker threads; a process each also keeps the tests apart.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
