import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Runs a case of this folder in a process of its own. @returns the JSON that it prints */
export async function runCase(name: string, ...args: readonly (string | number)[]): Promise<unknown> {
  const file = join(import.meta.dirname, `${name}.ts`);
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    file,
    ...args.map(String),
  ]);
  return JSON.parse(stdout);
}
