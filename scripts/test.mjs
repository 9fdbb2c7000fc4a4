/*
 * npm test
 *
 * Runs all tests: those of Vitest, then those in a browser. The last line says how many passed and failed. It fails
 * where a test does, and also where a runner breaks down or finds no tests.
 *
 * npm test -- ARGUMENTS
 *
 * Runs Vitest alone with these arguments (files, `-t NAME`, …). For the browser tests alone: npm run test:e2e -- …
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup/root.mjs';
import { judge, playwrightCounts, summary, vitestCounts } from './testing/counts.mjs';

const reports = join(root, 'test-results');
const args = process.argv.slice(2);

const vitest = {
  name: 'Vitest',
  report: join(reports, 'vitest.json'),
  command: [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'vitest.json')}`,
    ...args,
  ],
  env: {},
  count: vitestCounts,
};
const playwright = {
  name: 'Playwright',
  report: join(reports, 'playwright.json'),
  command: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json') },
  count: playwrightCounts,
};

mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
const problems = [];
for (const runner of args.length > 0 ? [vitest] : [vitest, playwright]) {
  rmSync(runner.report, { force: true });
  const exitCode = await run(runner);
  const counts = judge(runner.name, exitCode, readCounts(runner));
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.problem) problems.push(counts.problem);
}
for (const problem of problems) console.log(problem);
console.log(summary(total));
process.exitCode = total.failed > 0 ? 1 : 0;

/** @returns {Promise<number>} the exit code, 1 where a signal ended it */
function run({ command, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    const forward = (signal) => child.kill(signal);
    process.once('SIGTERM', forward);
    process.once('SIGINT', forward);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', forward);
      resolve(code ?? 1);
    });
  });
}

function readCounts({ report, count }) {
  let text;
  try {
    text = readFileSync(report, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  return count(JSON.parse(text));
}
