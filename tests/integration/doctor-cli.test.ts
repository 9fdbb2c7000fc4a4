import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../server/repositories/database';
import { runScript } from '../fixtures/run-script';
import { tempDir } from '../fixtures/temp-dir';

const migrationsDir = join(import.meta.dirname, '../../prisma/migrations');

/** Without what SQLite keeps beside a database while it is open: whoever lets go of it last writes that back and removes it. */
function filesIn(dataDir: string): string[] {
  return readdirSync(dataDir).filter((name) => !/-(shm|wal)$/.test(name));
}

describe('npm run doctor', () => {
  test('says what is there and what computes, and that Atelier can run: exit 0', async () => {
    const dataDir = join(tempDir(), 'not-yet');
    const { code, stdout } = await runScript('doctor', [], { ATELIER_DATA_DIR: dataDir, ATELIER_ENGINE: '' });
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Node +${process.version} for ${process.platform}`, 'm'));
    expect(stdout).toMatch(/^Processors +\d+ × \S/m);
    expect(stdout).toMatch(/^Memory +[\d.]+ GB, of which [\d.]+ GB are free$/m);
    expect(stdout).toMatch(/^Engine +\w+ \(\w+\) computes; ATELIER_ENGINE is auto$/m);
    expect(stdout).toMatch(/^ +tfjs-gpu: (in use|refused\. \S.*)$/m);
    expect(stdout).toMatch(
      /^Networks +vgg19: VGG-19 is not here; "npm run models -- fetch vgg19" downloads it$/m,
    );
    expect(stdout).toMatch(/^ +compact: Compact is here/m);
    expect(stdout).toContain(`${dataDir} is made at the first start`);
    expect(stdout).toMatch(/^Database .*a new one opens$/m);
    expect(stdout).toMatch(/\nAtelier can run\.\n$/);
    expect(existsSync(dataDir)).toBe(false);
  });

  test('tells of an engine on the processor how to get one on a GPU', async () => {
    const { code, stdout } = await runScript('doctor', [], { ATELIER_ENGINE: 'onnx' });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Engine +onnx \(cpu\) computes; ATELIER_ENGINE is onnx$/m);
    expect(stdout).toMatch(/^ +onnx: in use$/m);
    expect(stdout).toMatch(/^ +tfjs-gpu, on an NVIDIA GPU\. Install .*CUDA/m);
    expect(stdout).toMatch(/^ +onnx-cuda, on an NVIDIA GPU\. Install .*CUDA/m);
  });

  test('opens a copy of a database that is there, and leaves it and its directory as they are', async () => {
    const dataDir = tempDir();
    const database = await openDatabase({ dataDir, migrationsDir, onDamage: () => undefined });
    await database.close();
    const before = filesIn(dataDir);
    const { code, stdout } = await runScript('doctor', [], { ATELIER_DATA_DIR: dataDir });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Data .* can be written to$/m);
    expect(stdout).toMatch(/^Database .*atelier\.db opens$/m);
    expect(stdout).toMatch(/^ +its migrations are those of this version$/m);
    expect(filesIn(dataDir)).toEqual(before);
  });

  test('says that Atelier cannot run where the database is none: exit 1', async () => {
    const dataDir = tempDir();
    writeFileSync(join(dataDir, 'atelier.db'), 'this is no database, but a line of text. '.repeat(100));
    const { code, stdout } = await runScript('doctor', [], { ATELIER_DATA_DIR: dataDir });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ +PROBLEM: .*not a database/m);
    expect(stdout).toMatch(/\nAtelier cannot run: see Database\.\n$/);
  });

  test('says that Atelier cannot run where the data directory is a file: exit 1', async () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    const { code, stdout } = await runScript('doctor', [], { ATELIER_DATA_DIR: file });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ +PROBLEM: .*name another one with ATELIER_DATA_DIR$/m);
    expect(stdout).toMatch(/\nAtelier cannot run: see Networks, Data\b/);
  });

  test.each([
    [['everything'], {}, /no "everything"/],
    [[], { ATELIER_ENGINE: 'abacus' }, /ATELIER_ENGINE: must be one of auto, /],
  ])('%j with %j is a mistake: one line, exit 2', async (args, env, words) => {
    const { code, stdout, stderr } = await runScript('doctor', args, env as Record<string, string>);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr.trimEnd()).not.toContain('\n');
  });
});
